package io.passport.emulators.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it is ordered by {@code POST /faults} and listed by {@code GET /faults}.
 *
 * @param provider whom it strikes
 * @param kind how
 * @param millis how long {@link FaultKind#DELAY} and {@link FaultKind#HANG} last, at most ten minutes; the others ignore it
 * @param status the HTTP status of {@link FaultKind#STATUS}, one that carries a body; the others ignore it
 * @param times how often it strikes before it ends by itself; -1, which is also meant when it is left out, is for ever
 * @param probability of striking a request, over 0 and at most 1, which is also meant when it is left out; a request
 *     that is spared does not count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultDefinition(
        Target provider,
        FaultKind kind,
        @Nullable Integer millis,
        @Nullable Integer status,
        @Nullable Integer times,
        @Nullable Double probability) {

    static final int UNLIMITED = -1;

    private static final int TEN_MINUTES = 600_000;

    FaultDefinition {
        times = times == null ? UNLIMITED : times;
        probability = probability == null ? 1 : probability;
        require(provider != null, "provider is missing");
        require(kind != null, "kind is missing");
        require(kind != FaultKind.STATUS || carriesBody(status), "status must be one that carries a body, up to 699");
        require(!hasDuration(kind) || isDuration(millis), "millis must be 0 to 600000");
        require(times == UNLIMITED || times > 0, "times must be over 0, or -1 for ever");
        require(probability > 0 && probability <= 1, "probability must be over 0 and at most 1");
    }

    FaultDefinition withTimes(int left) {
        return new FaultDefinition(provider, kind, millis, status, left, probability);
    }

    private static boolean hasDuration(FaultKind kind) {
        return kind == FaultKind.DELAY || kind == FaultKind.HANG;
    }

    private static boolean isDuration(@Nullable Integer millis) {
        return millis != null && millis >= 0 && millis <= TEN_MINUTES;
    }

    private static boolean carriesBody(@Nullable Integer status) {
        return status != null && status >= 200 && status < 700 && status != 204 && status != 205 && status != 304;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
