package io.passport.user.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * verify-service's internal operations on SMS codes. Both throw {@code NoFallbackAvailableException} when verify-service
 * cannot be reached, takes longer than the timeout, answers an HTTP error, or the circuit breaker is open.
 */
@FeignClient("verify-service")
interface VerifyServiceClient {

    @PostMapping("/internal/sms-codes/consume")
    ConsumeResponse consume(@RequestBody ConsumeRequest request);

    @PostMapping("/internal/sms-codes/release")
    ReleaseResponse release(@RequestBody ReleaseRequest request);

    /**
     * Compares a code with the one that was sent and, if it is right, consumes it.
     *
     * @param consumptionId chosen by the caller, so that the code can be released even when no answer arrived
     */
    record ConsumeRequest(Purpose purpose, String mobile, String code, UUID consumptionId) {
        @Override
        public String toString() {
            return "ConsumeRequest[" + purpose + "]";
        }
    }

    /** Makes a consumed code valid again for its remaining time. */
    record ReleaseRequest(Purpose purpose, String mobile, UUID consumptionId) {
        @Override
        public String toString() {
            return "ReleaseRequest[" + purpose + "]";
        }
    }

    record ConsumeResponse(Outcome outcome) {
        public ConsumeResponse {
            outcome = outcome == null ? Outcome.UNKNOWN : outcome;
        }
    }

    /** What became of the code. */
    enum Outcome {
        CONSUMED,
        WRONG,
        EXPIRED,
        /** verify-service could not check the code (it answers an error envelope), or answered an unknown word. */
        UNKNOWN;

        @JsonCreator
        static Outcome of(String word) {
            return switch (word) {
                case "CONSUMED" -> CONSUMED;
                case "WRONG" -> WRONG;
                case "EXPIRED" -> EXPIRED;
                default -> UNKNOWN;
            };
        }
    }

    /**
     * Whether the code was released.
     *
     * @param released false when this consumption did not hold the code; null when verify-service could not check it
     */
    record ReleaseResponse(@Nullable Boolean released) {}
}
