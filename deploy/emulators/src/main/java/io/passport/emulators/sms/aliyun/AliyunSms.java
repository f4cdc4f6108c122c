package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.RateLimit;
import io.passport.emulators.sms.Sms;
import io.passport.emulators.sms.SmsRateLimiter;
import io.passport.emulators.sms.SmsVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code SendSms} of Dysmsapi 2017-05-25, to one number: checks the request and puts the SMS into the inbox. A
 * rejected request is answered with Aliyun's error and puts nothing there. Safe for concurrent use.
 */
public final class AliyunSms implements SmsVendor {

    private final AliyunAccount account;
    private final Inbox inbox;
    private final NonceCache nonces = new NonceCache(AliyunApiRequest.VALIDITY.multipliedBy(2));
    // the defaults for verification codes with one signature
    private final SmsRateLimiter rateLimiter = new SmsRateLimiter(List.of(
            new RateLimit(1, Duration.ofMinutes(1), "触发分钟级流控Permits:1"),
            new RateLimit(5, Duration.ofHours(1), "触发小时级流控Permits:5"),
            new RateLimit(10, Duration.ofDays(1), "触发天级流控Permits:10")));

    /** With the account in the environment. Sent SMS appear in the inbox. */
    public AliyunSms(Map<String, String> environment, Inbox inbox) {
        this.account = AliyunAccount.from(environment);
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "aliyun";
    }

    @Override
    public Response failure(int status) {
        return new AliyunApiException(AliyunError.UNAVAILABLE, "").response(status);
    }

    @Override
    public boolean accepts(Request request) {
        return new AliyunApiRequest(request).hasAction();
    }

    @Override
    public Response answer(Request request) {
        try {
            var call = new AliyunApiRequest(request);
            Instant now = Instant.now();
            call.requireSignatureOf(account, nonces, now);
            call.requireAction("SendSms", "2017-05-25");
            return send(SendSmsRequest.of(call), now);
        } catch (AliyunApiException e) {
            return e.response();
        }
    }

    private Response send(SendSmsRequest request, Instant now) throws AliyunApiException {
        String code = request.codeFor(account);
        Optional<RateLimit> reached = rateLimiter.count(request.mobile(), now);
        if (reached.isPresent()) {
            throw new AliyunApiException(AliyunError.TOO_OFTEN, reached.get().error());
        }
        String text = "【%s】您的验证码为：%s，该验证码5分钟内有效，请勿泄漏于他人！".formatted(request.signName(), code);
        inbox.deliver(new Sms(request.mobile(), code, text, name(), now));
        return Response.json(
                200,
                Map.of(
                        "Code",
                        "OK",
                        "Message",
                        "OK",
                        "RequestId",
                        UUID.randomUUID().toString(),
                        "BizId",
                        bizId()));
    }

    private static String bizId() {
        return ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, Long.MAX_VALUE) + "^0";
    }
}
