package io.passport.emulators.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.Semaphore;

/**
 * Joins a request with its body. A body over the limit is answered with 413. All bodies together have a limit too, since the
 * heap is small: beyond it the answer is 503.
 */
final class BoundedBodyAggregator extends HttpObjectAggregator {

    private final Semaphore freeBytes;
    private int held;

    BoundedBodyAggregator(int maxBodyBytes, Semaphore freeBytes) {
        super(maxBodyBytes);
        this.freeBytes = freeBytes;
    }

    @Override
    protected void aggregate(FullHttpMessage aggregated, HttpContent content) throws Exception {
        int size = content.content().readableBytes();
        if (!freeBytes.tryAcquire(size)) {
            throw new BodyMemoryException();
        }
        held += size;
        super.aggregate(aggregated, content);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        // keeps the connection open and discards the rest of the body: closing now would reset the connection, and
        // the client could lose the response
        context.writeAndFlush(ErrorResponses.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
    }

    /** Frees the body's memory. Call it when the request was answered. */
    void release() {
        freeBytes.release(held);
        held = 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        release();
        super.channelInactive(context);
    }

    /** All bodies together would exceed the limit. */
    static final class BodyMemoryException extends Exception {}
}
