package io.passport.emulators.tencentsms;

import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.inbox.Sms;
import io.passport.emulators.ratelimit.RateLimit;
import io.passport.emulators.ratelimit.SmsRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings an order to one number, or says why not. */
final class SmsDelivery {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    private final TencentAccount application;
    private final Inbox inbox;
    // what a new application is given; the vendor's day is the calendar's
    private final SmsRateLimiter rateLimiter = new SmsRateLimiter(List.of(
            new RateLimit(1, Duration.ofSeconds(30), "LimitExceeded.PhoneNumberThirtySecondLimit"),
            new RateLimit(5, Duration.ofHours(1), "LimitExceeded.PhoneNumberOneHourLimit"),
            new RateLimit(10, Duration.ofDays(1), "LimitExceeded.PhoneNumberDailyLimit")));

    SmsDelivery(TencentAccount application, Inbox inbox) {
        this.application = application;
        this.inbox = inbox;
    }

    SendStatus to(String receiver, SendSmsRequest order) {
        Matcher mobile = MOBILE.matcher(receiver);
        if (!mobile.matches()) {
            return SendStatus.refused(
                    receiver, "InvalidParameterValue.IncorrectPhoneNumber", "Incorrect phone number.");
        }
        return refusal(order)
                .map(code -> SendStatus.refused(receiver, code, code))
                .orElseGet(() -> deliverWithinLimits(receiver, mobile.group(1), order));
    }

    private Optional<String> refusal(SendSmsRequest order) {
        if (!application.signName().equals(order.signName())) {
            return Optional.of("FailedOperation.SignatureIncorrectOrUnapproved");
        }
        if (!application.templateId().equals(order.templateId())) {
            return Optional.of("FailedOperation.TemplateIncorrectOrUnapproved");
        }
        return order.variables().size() != 2
                ? Optional.of("FailedOperation.TemplateParamSetNotMatchApprovedTemplate")
                : Optional.empty();
    }

    private SendStatus deliverWithinLimits(String receiver, String mobile, SendSmsRequest order) {
        Instant now = Instant.now();
        return rateLimiter
                .count(mobile, now)
                .map(broken -> SendStatus.refused(receiver, broken.refusal(), broken.refusal()))
                .orElseGet(() -> {
                    inbox.deliver(sms(mobile, order.variables(), now));
                    return SendStatus.sent(receiver);
                });
    }

    private Sms sms(String mobile, List<String> variables, Instant now) {
        String text = "【%s】%s为您的验证码，请于%s分钟内填写，如非本人操作，请忽略本短信。"
                .formatted(application.signName(), variables.getFirst(), variables.getLast());
        return new Sms(mobile, variables.getFirst(), text, "tencent", now);
    }
}
