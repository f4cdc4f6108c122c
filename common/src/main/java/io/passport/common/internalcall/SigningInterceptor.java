package io.passport.common.internalcall;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.passport.common.api.RequestId;
import java.time.Clock;
import org.slf4j.MDC;

/**
 * Signs every Feign call with this service's key and adds the request id. Feign calls it before each attempt. A call throws
 * IllegalStateException when this service has no key of its own.
 */
final class SigningInterceptor implements RequestInterceptor {

    private final CallSignature signature;
    private final String self;
    private final Clock clock;

    SigningInterceptor(CallSignature signature, String self, Clock clock) {
        this.signature = signature;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public void apply(RequestTemplate call) {
        Caller caller = Caller.service(self, clock.instant());
        call.header(Caller.HEADER, caller.header());
        call.header(CallSignature.HEADER, signature.sign(call.method(), call.url(), caller));
        call.header(RequestId.HEADER, RequestId.orNew(MDC.get(RequestId.LOG_FIELD)));
    }
}
