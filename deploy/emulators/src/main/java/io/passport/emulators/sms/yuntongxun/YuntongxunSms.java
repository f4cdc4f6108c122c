package io.passport.emulators.sms.yuntongxun;

import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.Sms;
import io.passport.emulators.sms.SmsVendor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /2013-12-26/Accounts/{accountSid}/SMS/TemplateSMS?sig=…}: checks the request and puts the
 * SMS into the inbox. Has no rate limits. A rejected request is answered with Yuntongxun's error and status 200.
 */
public final class YuntongxunSms implements SmsVendor {

    private static final Pattern PATH = Pattern.compile("/2013-12-26/Accounts/([^/]*)/SMS/TemplateSMS");
    private static final DateTimeFormatter DATE_CREATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final YuntongxunAccount account;
    private final Inbox inbox;
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));

    /** With the account in the environment. Sent SMS appear in the inbox. */
    public YuntongxunSms(Map<String, String> environment, Inbox inbox) {
        this.account = YuntongxunAccount.from(environment);
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "yuntongxun";
    }

    @Override
    public Response failure(int status) {
        return YuntongxunError.SYSTEM_ERROR.response(status);
    }

    @Override
    public boolean accepts(Request request) {
        return request.method().equals("POST") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Response answer(Request request) {
        try {
            authenticate(request);
            return send(TemplateSmsRequest.parse(request));
        } catch (YuntongxunApiException e) {
            return e.error().response();
        }
    }

    private void authenticate(Request request) throws YuntongxunApiException {
        String header = request.header("Authorization").orElse("");
        YuntongxunApiException.unless(!header.isBlank(), YuntongxunError.AUTHORIZATION_MISSING);
        Authorization authorization = Authorization.parse(header);
        authorization.requireFresh(clock);
        YuntongxunApiException.unless(
                authorization.accountSid().equals(accountSid(request)), YuntongxunError.ACCOUNT_MISMATCH);
        String sig = request.query("sig").orElse("");
        YuntongxunApiException.unless(!sig.isBlank(), YuntongxunError.SIG_MISSING);
        YuntongxunApiException.unless(
                authorization.accountSid().equals(account.sid()), YuntongxunError.ACCOUNT_UNKNOWN);
        YuntongxunApiException.unless(
                Signature.matches(sig, account, authorization.timestamp()), YuntongxunError.SIG_WRONG);
    }

    private static String accountSid(Request request) {
        Matcher matcher = PATH.matcher(request.path());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private Response send(TemplateSmsRequest sms) throws YuntongxunApiException {
        sms.requireAppOf(account);
        sms.requireTemplateOf(account);
        List<String> mobiles = sms.mobiles();
        FilledTemplate template = sms.filledTemplate();
        for (String mobile : mobiles) {
            inbox.deliver(new Sms(mobile, template.code(), template.text(), name(), clock.instant()));
        }
        var receipt = new Receipt(DATE_CREATED.format(LocalDateTime.now(clock)), smsMessageSid());
        return Response.json(200, new Accepted("000000", receipt));
    }

    private static String smsMessageSid() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private record Accepted(String statusCode, Receipt templateSMS) {}

    private record Receipt(String dateCreated, String smsMessageSid) {}
}
