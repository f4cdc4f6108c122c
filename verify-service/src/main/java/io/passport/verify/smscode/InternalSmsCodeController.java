package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.internalcall.AllowedCallers;
import io.passport.common.pii.Mobile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets user-service take a code for what it was sent for, and give it back. No page sees these answers: they are plain
 * JSON; when Redis fails the envelope with {@code 4001}, which holds no outcome.
 */
@RestController
@RequestMapping("/internal/sms-codes")
@AllowedCallers("user-service")
class InternalSmsCodeController {

    private final TakingSmsCode taking;
    private final SmsCodes codes;

    InternalSmsCodeController(TakingSmsCode taking, SmsCodes codes) {
        this.taking = taking;
        this.codes = codes;
    }

    @PostMapping("/take")
    Taken take(@RequestBody Take body) {
        return new Taken(taking.take(new SmsCode(body.purpose, body.mobile, body.code), body.ticket));
    }

    @PostMapping("/give-back")
    GivenBack giveBack(@RequestBody GiveBack body) {
        return new GivenBack(codes.giveBack(body.purpose, body.mobile, body.ticket));
    }

    private static void require(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                throw ApiException.badParameter("参数不完整");
            }
        }
    }

    record Take(Purpose purpose, Mobile mobile, String code, Ticket ticket) {

        Take {
            require(purpose, mobile, code, ticket);
        }

        @Override
        public String toString() {
            return "Take[]";
        }
    }

    record Taken(Taking outcome) {}

    record GiveBack(Purpose purpose, Mobile mobile, Ticket ticket) {

        GiveBack {
            require(purpose, mobile, ticket);
        }
    }

    record GivenBack(boolean givenBack) {}
}
