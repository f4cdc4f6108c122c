package io.passport.emulators.tencentsms;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.tencentcloud.ApiCall;
import io.passport.emulators.tencentcloud.Envelope;
import io.passport.emulators.tencentcloud.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code SendSms} of 2021-01-11 (cloud.tencent.com/document/api/382/55981): checks the request and fills the inbox. */
public final class TencentSms implements Provider {

    private static final String ACTION = "SendSms";

    private final Application application;
    private final Delivering delivering;

    /** Serves this application and delivers to this inbox. */
    public TencentSms(Application application, Inbox inbox) {
        this.application = application;
        this.delivering = new Delivering(application, inbox);
    }

    @Override
    public Target target() {
        return Target.TENCENT;
    }

    @Override
    public Response failure(int status) {
        return Envelope.failure(status);
    }

    @Override
    public boolean accepts(Request request) {
        return new ApiCall(request).isFor("sms", ACTION);
    }

    @Override
    public Response answer(Request request) {
        try {
            var call = new ApiCall(request);
            call.requireSignatureOf(application.owner());
            call.requireAction(ACTION, "2021-01-11");
            SendSms order = SendSms.parse(request.body());
            order.requireAppOf(application);
            List<Status> statuses = new ArrayList<>();
            for (String mobile : order.requiredMobiles()) {
                statuses.add(delivering.to(mobile, order));
            }
            return Envelope.of(Map.of("SendStatusSet", statuses));
        } catch (RefusedException e) {
            return e.response();
        }
    }
}
