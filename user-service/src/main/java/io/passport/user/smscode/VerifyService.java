package io.passport.user.smscode;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** verify-service, as far as it keeps the codes. */
@FeignClient("verify-service")
interface VerifyService {

    @PostMapping("/internal/sms-codes/take")
    Taken take(@RequestBody Take request);

    @PostMapping("/internal/sms-codes/give-back")
    GivenBack giveBack(@RequestBody GiveBack request);

    /**
     * Asks for a code.
     *
     * @param ticket drawn by us: it gives the code back even when no answer came
     */
    record Take(Purpose purpose, String mobile, String code, UUID ticket) {
        @Override
        public String toString() {
            return "Take[" + purpose + "]";
        }
    }

    record GiveBack(Purpose purpose, String mobile, UUID ticket) {
        @Override
        public String toString() {
            return "GiveBack[" + purpose + "]";
        }
    }

    /**
     * What became of the code.
     *
     * @param outcome {@code TAKEN}, {@code WRONG} or {@code EXPIRED}; null when verify-service could not tell
     */
    record Taken(@Nullable String outcome) {}

    /**
     * Whether the ticket still held the code.
     *
     * @param givenBack null when verify-service could not tell
     */
    record GivenBack(@Nullable Boolean givenBack) {}
}
