package io.passport.emulators.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fault, as in {@code POST /faults} and {@code GET /faults}.
 *
 * @param provider the target: a provider's name, or {@code sms} for all SMS vendors
 * @param kind how the provider fails
 * @param millis duration of {@link FaultKind#DELAY} and {@link FaultKind#HANG}, at most ten minutes; other kinds ignore it
 * @param status HTTP status of {@link FaultKind#STATUS}, one with a body; other kinds ignore it
 * @param times number of requests that it applies to before it ends; -1 is unlimited and the default
 * @param probability probability that it applies to a request, over 0 and at most 1, which is the default; a request
 *     that it does not apply to is not counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultDefinition(
        String provider,
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

    FaultDefinition withTimes(int remaining) {
        return new FaultDefinition(provider, kind, millis, status, remaining, probability);
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

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
