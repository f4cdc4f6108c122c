package io.passport.emulators.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.Semaphore;

/**
 * Joins a request with its body, within two bounds: one for each body, answered with 413, and one for the bodies of all
 * requests under way together, since a few large ones would fill our small heap.
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
        // the connection stays open and what is left of the body is read and dropped: closing now would be
        // a reset, which can take the answer away before the client has read it
        context.writeAndFlush(ErrorResponses.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
    }

    /** To be called when the request was answered: its body is forgotten. */
    void release() {
        freeBytes.release(held);
        held = 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        release();
        super.channelInactive(context);
    }

    /** The bodies under way take all the memory that they may. */
    static final class BodyMemoryException extends Exception {}
}
