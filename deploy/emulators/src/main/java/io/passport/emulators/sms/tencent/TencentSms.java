package io.passport.emulators.sms.tencent;

import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.SmsVendor;
import io.passport.emulators.tencentcloud.TencentApiException;
import io.passport.emulators.tencentcloud.TencentApiRequest;
import io.passport.emulators.tencentcloud.TencentResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code SendSms} of 2021-01-11 (cloud.tencent.com/document/api/382/55981): checks the request and puts the SMS
 * into the inbox. A rejected request is answered with Tencent Cloud's error. Safe for concurrent use.
 */
public final class TencentSms implements SmsVendor {

    static final String NAME = "tencent";
    private static final String ACTION = "SendSms";

    private final TencentAccount account;
    private final SmsDelivery delivery;

    /** With the account in the environment. Sent SMS appear in the inbox. */
    public TencentSms(Map<String, String> environment, Inbox inbox) {
        this.account = TencentAccount.from(environment);
        this.delivery = new SmsDelivery(account, inbox);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Response failure(int status) {
        return TencentResponse.failure(status);
    }

    @Override
    public boolean accepts(Request request) {
        return new TencentApiRequest(request).isFor("sms", ACTION);
    }

    @Override
    public Response answer(Request request) {
        try {
            var call = new TencentApiRequest(request);
            call.requireSignatureOf(account.credential());
            call.requireAction(ACTION, "2021-01-11");
            SendSmsRequest body = SendSmsRequest.parse(request.body());
            body.requireAppOf(account);
            List<SendStatus> statuses = new ArrayList<>();
            for (String mobile : body.requiredMobiles()) {
                statuses.add(delivery.deliver(mobile, body));
            }
            return TencentResponse.of(Map.of("SendStatusSet", statuses));
        } catch (TencentApiException e) {
            return e.response();
        }
    }
}
