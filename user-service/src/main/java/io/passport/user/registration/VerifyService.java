package io.passport.user.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** verify-service, as far as registration needs it. */
@FeignClient("verify-service")
interface VerifyService {

    @PostMapping("/internal/sms-codes/take")
    Taken take(@RequestBody Take request);

    @PostMapping("/internal/sms-codes/give-back")
    void giveBack(@RequestBody GiveBack request);

    record Take(String purpose, String mobile, String code) {
        @Override
        public String toString() {
            return "Take[" + purpose + "]";
        }
    }

    record GiveBack(String purpose, String mobile, String ticket) {
        @Override
        public String toString() {
            return "GiveBack[" + purpose + "]";
        }
    }

    /**
     * What became of the code.
     *
     * @param outcome {@code TAKEN}, {@code WRONG} or {@code EXPIRED}; null when verify-service could not tell
     * @param ticket gives the code back; only with {@code TAKEN}
     */
    record Taken(@Nullable String outcome, @Nullable String ticket) {}
}
