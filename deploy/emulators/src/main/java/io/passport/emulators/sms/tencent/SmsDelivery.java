package io.passport.emulators.sms.tencent;

import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.RateLimit;
import io.passport.emulators.sms.Sms;
import io.passport.emulators.sms.SmsRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a message to one number, if the request and the rate limits allow it. */
final class SmsDelivery {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    private final TencentAccount account;
    private final Inbox inbox;
    // the defaults of a new application; the vendor's day is a calendar day, here it is 24 hours
    private final SmsRateLimiter rateLimiter = new SmsRateLimiter(List.of(
            new RateLimit(1, Duration.ofSeconds(30), "LimitExceeded.PhoneNumberThirtySecondLimit"),
            new RateLimit(5, Duration.ofHours(1), "LimitExceeded.PhoneNumberOneHourLimit"),
            new RateLimit(10, Duration.ofDays(1), "LimitExceeded.PhoneNumberDailyLimit")));

    SmsDelivery(TencentAccount account, Inbox inbox) {
        this.account = account;
        this.inbox = inbox;
    }

    SendStatus deliver(String receiver, SendSmsRequest request) {
        Matcher mobile = MOBILE.matcher(receiver);
        if (!mobile.matches()) {
            return SendStatus.failed(receiver, "InvalidParameterValue.IncorrectPhoneNumber", "Incorrect phone number.");
        }
        return error(request)
                .map(code -> SendStatus.failed(receiver, code, code))
                .orElseGet(() -> deliverWithinLimits(receiver, mobile.group(1), request));
    }

    private Optional<String> error(SendSmsRequest request) {
        if (!account.signName().equals(request.signName())) {
            return Optional.of("FailedOperation.SignatureIncorrectOrUnapproved");
        }
        if (!account.templateId().equals(request.templateId())) {
            return Optional.of("FailedOperation.TemplateIncorrectOrUnapproved");
        }
        return request.variables().size() != 2
                ? Optional.of("FailedOperation.TemplateParamSetNotMatchApprovedTemplate")
                : Optional.empty();
    }

    private SendStatus deliverWithinLimits(String receiver, String mobile, SendSmsRequest request) {
        Instant now = Instant.now();
        return rateLimiter
                .count(mobile, now)
                .map(limit -> SendStatus.failed(receiver, limit.error(), limit.error()))
                .orElseGet(() -> {
                    inbox.deliver(sms(mobile, request.variables(), now));
                    return SendStatus.sent(receiver);
                });
    }

    private Sms sms(String mobile, List<String> variables, Instant now) {
        String text = "【%s】%s为您的验证码，请于%s分钟内填写，如非本人操作，请忽略本短信。"
                .formatted(account.signName(), variables.getFirst(), variables.getLast());
        return new Sms(mobile, variables.getFirst(), text, TencentSms.NAME, now);
    }
}
