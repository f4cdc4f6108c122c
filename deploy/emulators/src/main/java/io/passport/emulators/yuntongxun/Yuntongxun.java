package io.passport.emulators.yuntongxun;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.inbox.Sms;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /2013-12-26/Accounts/{accountSid}/SMS/TemplateSMS?sig=…}: checks the request and fills the inbox. */
public final class Yuntongxun implements Provider {

    private static final Pattern PATH = Pattern.compile("/2013-12-26/Accounts/([^/]*)/SMS/TemplateSMS");
    private static final DateTimeFormatter DATE_CREATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Account account;
    private final Inbox inbox;
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));

    /** Serves this account and delivers to this inbox. */
    public Yuntongxun(Account account, Inbox inbox) {
        this.account = account;
        this.inbox = inbox;
    }

    @Override
    public Target target() {
        return Target.YUNTONGXUN;
    }

    @Override
    public Response failure(int status) {
        return Refusal.SYSTEM_ERROR.response(status);
    }

    @Override
    public boolean accepts(Request request) {
        return request.method().equals("POST") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Response answer(Request request) {
        try {
            authenticate(request);
            return send(TemplateSms.parse(request));
        } catch (RefusedException e) {
            return e.refusal().response();
        }
    }

    private void authenticate(Request request) throws RefusedException {
        String header = request.header("Authorization").orElse("");
        RefusedException.unless(!header.isBlank(), Refusal.AUTHORIZATION_MISSING);
        Authorization authorization = Authorization.parse(header);
        authorization.requireFresh(clock);
        RefusedException.unless(authorization.accountSid().equals(accountSid(request)), Refusal.ACCOUNT_MISMATCH);
        String sig = request.query("sig").orElse("");
        RefusedException.unless(!sig.isBlank(), Refusal.SIG_MISSING);
        RefusedException.unless(authorization.accountSid().equals(account.sid()), Refusal.ACCOUNT_UNKNOWN);
        RefusedException.unless(Signature.matches(sig, account, authorization.timestamp()), Refusal.SIG_WRONG);
    }

    private static String accountSid(Request request) {
        Matcher matcher = PATH.matcher(request.path());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private Response send(TemplateSms sms) throws RefusedException {
        sms.requireAppOf(account);
        sms.requireTemplateOf(account);
        List<String> mobiles = sms.mobiles();
        Template template = sms.filledTemplate();
        for (String mobile : mobiles) {
            inbox.deliver(new Sms(mobile, template.code(), template.text(), "yuntongxun", clock.instant()));
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
