package io.passport.emulators.aliyun;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.inbox.Sms;
import io.passport.emulators.ratelimit.RateLimit;
import io.passport.emulators.ratelimit.SmsRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** {@code SendSms} of Dysmsapi 2017-05-25, to one number: checks the request and fills the inbox. */
public final class AliyunSms implements Provider {

    private final AliyunAccount customer;
    private final Inbox inbox;
    private final NonceCache nonces = new NonceCache(AliyunApiRequest.VALIDITY.multipliedBy(2));
    // codes under one sender's name, unless the customer has other ones set
    private final SmsRateLimiter rateLimiter = new SmsRateLimiter(List.of(
            new RateLimit(1, Duration.ofMinutes(1), "触发分钟级流控Permits:1"),
            new RateLimit(5, Duration.ofHours(1), "触发小时级流控Permits:5"),
            new RateLimit(10, Duration.ofDays(1), "触发天级流控Permits:10")));

    /** Serves this customer and delivers to this inbox. */
    public AliyunSms(AliyunAccount customer, Inbox inbox) {
        this.customer = customer;
        this.inbox = inbox;
    }

    @Override
    public Target target() {
        return Target.ALIYUN;
    }

    @Override
    public Response failure(int status) {
        return new AliyunApiException(AliyunError.UNAVAILABLE, "").response(status);
    }

    @Override
    public boolean accepts(Request request) {
        return new AliyunApiRequest(request).isOne();
    }

    @Override
    public Response answer(Request request) {
        try {
            var call = new AliyunApiRequest(request);
            Instant now = Instant.now();
            call.requireSignatureOf(customer, nonces, now);
            call.requireAction("SendSms", "2017-05-25");
            return send(SendSmsRequest.of(call), now);
        } catch (AliyunApiException e) {
            return e.response();
        }
    }

    private Response send(SendSmsRequest order, Instant now) throws AliyunApiException {
        String code = order.codeFor(customer);
        Optional<RateLimit> broken = rateLimiter.count(order.mobile(), now);
        if (broken.isPresent()) {
            throw new AliyunApiException(AliyunError.TOO_OFTEN, broken.get().refusal());
        }
        String text = "【%s】您的验证码为：%s，该验证码5分钟内有效，请勿泄漏于他人！".formatted(order.signName(), code);
        inbox.deliver(new Sms(order.mobile(), code, text, "aliyun", now));
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
