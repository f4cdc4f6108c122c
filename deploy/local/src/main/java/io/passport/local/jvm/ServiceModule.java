package io.passport.local.jvm;

import java.util.Set;

/**
 * Passport's own services. The launcher reads these values when it starts the instances, checks {@code --scale} and, by {@link
 * #route}, waits until the gateway routes to each service. No method fails.
 */
public enum ServiceModule {
    GATEWAY("gateway", 160, Set.of("redis", "nacos"), "/api/v1.0/session"),
    VERIFY_SERVICE("verify-service", 160, Set.of("mariadb", "redis", "nacos"), "/api/v1.0/imagecode/probe"),
    USER_SERVICE("user-service", 160, Set.of("mariadb", "redis", "nacos"), "/api/v1.0/session"),
    /** Decodes two pictures of up to 40 megapixels at the same time. */
    MEDIA_SERVICE("media-service", 256, Set.of("nacos"), "/api/v1.0/user/avatar");

    private final String folder;
    private final int heapMebibytes;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> needs;

    private final String route;

    ServiceModule(String folder, int heapMebibytes, Set<String> needs, String route) {
        this.folder = folder;
        this.heapMebibytes = heapMebibytes;
        this.needs = needs;
        this.route = route;
    }

    /** Its Maven module, its name in Nacos, and the name of its first instance as a part. */
    public String folder() {
        return folder;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    /** The parts that must be ready before it starts. */
    public Set<String> needs() {
        return needs;
    }

    /** A path that the gateway routes to it; GET changes nothing. */
    public String route() {
        return route;
    }
}
