package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the responses of stubs with this transformer until a test releases them. */
final class HeldResponses implements ResponseTransformerV2 {

    static final String NAME = "held";

    private final Semaphore held = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);

    /** Waits until a response is held. */
    void awaitHeld() throws InterruptedException {
        assertThat(held.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Releases one response. */
    void release() {
        released.release();
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        held.release();
        released.acquireUninterruptibly();
        return response;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
