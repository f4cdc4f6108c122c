package io.passport.gateway.edge;

import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the edge. A wrong value ends the start with an {@link IllegalArgumentException} that names the setting.
 *
 * @param trustedProxies address ranges of the proxies in front of the gateway, {@code 10.0.0.0/8}; only their {@code
 *     X-Forwarded-For} is read; {@code none} if there is no proxy
 * @param allowedOrigins origins of other front ends that may call the API, {@code https://app.example.com}
 * @param rateLimit the number of requests that one address may send
 * @param maxBodySize the largest request body
 * @param maxUploadSize the largest body of {@code POST /user/avatar}; larger than media-service's limit, which answers first
 * @param maxBufferedBodies the memory for all bodies that are in progress; one subnet may use a quarter of it. The gateway
 *     keeps each body in direct memory until its request is answered
 * @param maxBufferedUploads the same for {@code POST /user/avatar}
 * @param bodyTimeout how long a body may take to arrive
 * @param uploadTimeout how long a body of {@code POST /user/avatar} may take to arrive
 */
@ConfigurationProperties("passport.edge")
record EdgeProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue RateLimit rateLimit,
        @DefaultValue("64KB") DataSize maxBodySize,
        @DefaultValue("8MB") DataSize maxUploadSize,
        @DefaultValue("32MB") DataSize maxBufferedBodies,
        @DefaultValue("64MB") DataSize maxBufferedUploads,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("60s") Duration uploadTimeout) {

    EdgeProperties {
        requireRoomForTwo("max-buffered-bodies", maxBufferedBodies, maxBodySize);
        requireRoomForTwo("max-buffered-uploads", maxBufferedUploads, maxUploadSize);
        requireDirectMemoryFor(maxBufferedBodies.toBytes() + maxBufferedUploads.toBytes());
        trustedProxies = List.copyOf(trustedProxies);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    private static void requireRoomForTwo(String setting, DataSize budget, DataSize largestBody) {
        if (budget.toBytes() / BodyMemoryBudget.SUBNET_SHARES < 2 * largestBody.toBytes()) {
            throw new IllegalArgumentException("passport.edge." + setting + " must be at least eight times the largest "
                    + "body, so that one subnet's quarter holds two");
        }
    }

    private static void requireDirectMemoryFor(long buffered) {
        long directMemory = PlatformDependent.maxDirectMemory();
        if (buffered > directMemory / 4 * 3) {
            throw new IllegalArgumentException("passport.edge: max-buffered-bodies and max-buffered-uploads take "
                    + buffered + " bytes, more than three quarters of the direct memory, " + directMemory);
        }
    }

    /**
     * The rate limit of one client, which is an IPv4 address or an IPv6 /64.
     *
     * @param requestsPerSecond the rate that is allowed permanently
     * @param burst how many requests may come at once; at least {@code requestsPerSecond}
     * @param rejectDelay the shortest time until a 429 is sent; it slows down clients that retry at once
     * @param loopbackExempt whether loopback addresses have no limit; only for a developer's machine
     */
    record RateLimit(
            @DefaultValue("100") int requestsPerSecond,
            @DefaultValue("200") int burst,
            @DefaultValue("1s") Duration rejectDelay,
            @DefaultValue("false") boolean loopbackExempt) {

        RateLimit {
            if (requestsPerSecond < 1 || burst < requestsPerSecond) {
                throw new IllegalArgumentException("passport.edge.rate-limit: requests-per-second must be at least 1, "
                        + "and burst at least requests-per-second");
            }
        }
    }
}
