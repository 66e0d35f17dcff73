package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon Inspector: known holes in instances, images and functions (S36, S52). */
@Doc("Amazon Inspector")
public record Inspector(
        @Doc("Account that sees the findings of all; absent means that each sees its own") @Nullable String administrator,

        @Inline Coverage coverage,

        @Doc("What is scanned: ec2, ecr, lambda or lambda-code") @Default("[ec2, ecr, lambda]")
        List<Target> scans) {

    /** What is scanned. */
    public enum Target {
        /** Instances. */
        EC2,
        /** Images in the registry. */
        ECR,
        /** Packages of functions. */
        LAMBDA,
        /** Code of functions. */
        LAMBDA_CODE
    }

    /** @throws IllegalArgumentException if nothing is scanned */
    public Inspector {
        scans = List.copyOf(scans);
        if (scans.isEmpty()) {
            throw new IllegalArgumentException("scans names at least one: ec2, ecr, lambda or lambda-code");
        }
    }
}
