package io.passport.verify.smscode;

import io.passport.common.trust.Caller;
import io.passport.common.wire.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations 2 and 12. */
@RestController
@RequestMapping("/api/v1.0/smscode/{mobile}")
class SmsCodeController {

    private final SendingSmsCode sending;

    SmsCodeController(SendingSmsCode sending) {
        this.sending = sending;
    }

    @GetMapping
    Envelope<@Nullable Void> send(
            @PathVariable String mobile, @RequestParam MultiValueMap<String, String> query, Caller caller) {
        return send(SmsCodeQuery.of(query).requestFor(mobile), caller);
    }

    @PostMapping
    Envelope<@Nullable Void> send(@PathVariable String mobile, @RequestBody Body body, Caller caller) {
        return send(SmsCodeRequest.of(mobile, body.text, body.id, body.purpose), caller);
    }

    private Envelope<@Nullable Void> send(SmsCodeRequest request, Caller caller) {
        sending.send(request, caller.address());
        return Envelope.saying("发送成功");
    }

    /** Prints nothing of what it holds. */
    record Body(
            @Nullable String text,
            @Nullable String id,
            @Nullable String purpose) {

        @Override
        public String toString() {
            return "Body[]";
        }
    }
}
