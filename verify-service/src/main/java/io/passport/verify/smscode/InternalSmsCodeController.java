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
 * {@code POST /internal/sms-codes/consume} and {@code /release}, for user-service only. user-service consumes a code before it
 * acts, and can release it when the act failed. The answers are plain JSON. A missing or malformed part is answered with the
 * envelope and {@code 4103}. When Redis fails or does not answer in time, the answer is the envelope with {@code 4001},
 * without an {@code outcome}: the code may be consumed.
 */
@RestController
@RequestMapping("/internal/sms-codes")
@AllowedCallers("user-service")
class InternalSmsCodeController {

    private final SmsCodeVerifier verifier;
    private final SmsCodes codes;

    InternalSmsCodeController(SmsCodeVerifier verifier, SmsCodes codes) {
        this.verifier = verifier;
        this.codes = codes;
    }

    @PostMapping("/consume")
    ConsumeResponse consume(@RequestBody ConsumeRequest body) {
        return new ConsumeResponse(
                verifier.consume(new SmsCode(body.purpose, body.mobile, body.code), body.consumptionId));
    }

    @PostMapping("/release")
    ReleaseResponse release(@RequestBody ReleaseRequest body) {
        return new ReleaseResponse(codes.release(body.purpose, body.mobile, body.consumptionId));
    }

    private static void require(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                throw ApiException.badParameter("参数不完整");
            }
        }
    }

    record ConsumeRequest(Purpose purpose, Mobile mobile, String code, ConsumptionId consumptionId) {

        ConsumeRequest {
            require(purpose, mobile, code, consumptionId);
        }

        @Override
        public String toString() {
            return "ConsumeRequest[]";
        }
    }

    record ConsumeResponse(VerificationResult outcome) {}

    record ReleaseRequest(Purpose purpose, Mobile mobile, ConsumptionId consumptionId) {

        ReleaseRequest {
            require(purpose, mobile, consumptionId);
        }
    }

    record ReleaseResponse(boolean released) {}
}
