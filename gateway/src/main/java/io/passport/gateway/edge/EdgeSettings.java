package io.passport.gateway.edge;

import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The edge's limits.
 *
 * @param trustedProxies address ranges, {@code 10.0.0.0/8}, of the proxies in front; their {@code X-Forwarded-For} is
 *     believed, everybody else's is thrown away; {@code none} where there are none
 * @param allowedOrigins other front ends whose pages may call, {@code https://app.example.com}
 * @param requestsPerSecond the flood limit for one address
 * @param burst how many of them may come at once
 * @param floodAnswerAfter the flood limit refuses no sooner: who does not wait between requests has to wait here
 * @param loopbackExempt no flood limit for this machine's own programs; for a developer's machine
 * @param bodyLimit the largest body
 * @param uploadLimit the largest body on the avatar's route; above media-service's own limit, which answers for it
 * @param bodyRoom what all bodies under way may hold together, those from one network a quarter of it: the gateway keeps
 *     each whole until it is answered. Both rooms lie in the direct memory, which they must not fill
 * @param uploadRoom the same on the avatar's route
 * @param bodyTime how long a body may take to arrive
 * @param uploadTime how long a body may take to arrive on the avatar's route
 */
@ConfigurationProperties("passport.edge")
record EdgeSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("100") int requestsPerSecond,
        @DefaultValue("200") int burst,
        @DefaultValue("1s") Duration floodAnswerAfter,
        @DefaultValue("false") boolean loopbackExempt,
        @DefaultValue("64KB") DataSize bodyLimit,
        @DefaultValue("8MB") DataSize uploadLimit,
        @DefaultValue("32MB") DataSize bodyRoom,
        @DefaultValue("64MB") DataSize uploadRoom,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("60s") Duration uploadTime) {

    EdgeSettings {
        if (requestsPerSecond < 1 || burst < requestsPerSecond) {
            throw new IllegalArgumentException(
                    "passport.edge: burst must be at least requests-per-second, and that at least 1");
        }
        if (isTooSmall(bodyRoom, bodyLimit) || isTooSmall(uploadRoom, uploadLimit)) {
            throw new IllegalArgumentException(
                    "passport.edge: a network's part of a room must be twice the largest body");
        }
        long rooms = bodyRoom.toBytes() + uploadRoom.toBytes();
        if (rooms > PlatformDependent.maxDirectMemory() / 4 * 3) {
            throw new IllegalArgumentException("passport.edge: body-room and upload-room take " + rooms
                    + " bytes, more than three quarters of the direct memory, " + PlatformDependent.maxDirectMemory());
        }
        trustedProxies = List.copyOf(trustedProxies);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    private static boolean isTooSmall(DataSize room, DataSize limit) {
        return room.toBytes() / BodyRoom.NETWORKS < 2 * limit.toBytes();
    }
}
