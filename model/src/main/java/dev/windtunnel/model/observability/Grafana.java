package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** Amazon Managed Grafana, billed by the people who use it in a month (S55). */
@Doc("Amazon Managed Grafana (AMG)")
public record Grafana(
        @Doc("Name of the workspace") String workspace,

        @Doc("How people log in: identity-center or saml") @Default("identity-center")
        LogIn logIn,

        @Doc("People who change dashboards in a month") @Default("1")
        int editors,

        @Doc("People who only look in a month") @Default("0")
        int viewers) {

    /** How people log in. */
    public enum LogIn {
        /** IAM Identity Center. */
        IDENTITY_CENTER,
        /** Another identity provider. */
        SAML
    }

    /** @throws IllegalArgumentException with less than nobody */
    public Grafana {
        Limits.notNegative("editors", editors);
        Limits.notNegative("viewers", viewers);
    }
}
