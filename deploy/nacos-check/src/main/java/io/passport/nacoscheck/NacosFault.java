package io.passport.nacoscheck;

/** Why a Nacos server is not safe, or cannot be checked. */
enum NacosFault {
    NO_AUTHENTICATION("Nacos answers there without authentication", "set nacos.core.auth.enabled=true on that server"),
    KNOWN_TOKEN_KEY(
            "Nacos accepts tokens there that are signed with a key of its documentation",
            "give that server a nacos.core.auth.plugin.nacos.token.secret.key of your own"),
    KNOWN_IDENTITY(
            "Nacos there trusts the server identity of its documentation",
            "give that server a nacos.core.auth.server.identity.key and .value of your own"),
    NO_NACOS_3("the server there does not answer as Nacos 3 does", "name the host and port of a Nacos 3");

    private final String text;
    private final String remedy;

    NacosFault(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }
}
