package io.passport.emulators.tencentsms;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.tencentcloud.TencentApiException;
import io.passport.emulators.tencentcloud.TencentApiRequest;
import io.passport.emulators.tencentcloud.TencentResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code SendSms} of 2021-01-11 (cloud.tencent.com/document/api/382/55981): checks the request and fills the inbox. */
public final class TencentSms implements Provider {

    private static final String ACTION = "SendSms";

    private final TencentAccount application;
    private final SmsDelivery delivery;

    /** Serves this application and delivers to this inbox. */
    public TencentSms(TencentAccount application, Inbox inbox) {
        this.application = application;
        this.delivery = new SmsDelivery(application, inbox);
    }

    @Override
    public Target target() {
        return Target.TENCENT;
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
            call.requireSignatureOf(application.owner());
            call.requireAction(ACTION, "2021-01-11");
            SendSmsRequest order = SendSmsRequest.parse(request.body());
            order.requireAppOf(application);
            List<SendStatus> statuses = new ArrayList<>();
            for (String mobile : order.requiredMobiles()) {
                statuses.add(delivery.to(mobile, order));
            }
            return TencentResponse.of(Map.of("SendStatusSet", statuses));
        } catch (TencentApiException e) {
            return e.response();
        }
    }
}
