package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.unit.Cidr;
import java.util.List;

/** From where the Kubernetes API is reached (S16; EKS user guide, "Control network access to cluster API server endpoint"). */
@Doc("From where the Kubernetes API is reached")
public record EndpointAccess(
        @Doc("Whether from inside the VPC, without leaving it") @Key("private") @Default("false")
        boolean isPrivate,

        @Doc("Whether from the internet; EKS opens it unless told otherwise") @Key("public") @Default("true")
        boolean isPublic,

        @Doc("Blocks of addresses that the public endpoint lets in") @Default("[0.0.0.0/0]")
        List<Cidr> publicCidrs) {

    /** @throws IllegalArgumentException if nobody reaches it */
    public EndpointAccess {
        publicCidrs = List.copyOf(publicCidrs);
        if (!isPrivate && !isPublic) {
            throw new IllegalArgumentException("private is true where public is false: nobody would reach the API");
        }
    }
}
