package io.passport.common.startupcheck;

/** How a Nacos can be open to everybody, or keep from us whether it is. */
enum NacosFault {
    NO_AUTHENTICATION("Nacos answers there without authentication", "set nacos.core.auth.enabled=true on that server"),
    KNOWN_TOKEN_KEY(
            "Nacos accepts tokens there that are signed with a key of its documentation",
            "give that server a nacos.core.auth.plugin.nacos.token.secret.key of your own"),
    KNOWN_IDENTITY(
            "Nacos takes everybody there for one of its servers who names the identity of its documentation",
            "give that server a nacos.core.auth.server.identity.key and .value of your own"),
    NO_NACOS_3("what answers there is no Nacos 3 whose doors could be tried", "name the host and port of a Nacos 3");

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
