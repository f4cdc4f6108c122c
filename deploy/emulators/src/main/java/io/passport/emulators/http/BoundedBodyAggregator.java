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
 * heap is small: beyond it {@link ExchangeHandler} answers 503 and closes the connection. Each connection has its own instance,
 * which runs on the connection's event loop.
 */
final class BoundedBodyAggregator extends HttpObjectAggregator {

    private final Semaphore freeBytes;
    private int held;

    /** @param freeBytes what all bodies together may still use; shared by all connections */
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
        // the client could lose the response. The chunks received so far count as held until the next request on this
        // connection has been answered, or the connection closes
        context.writeAndFlush(ErrorResponses.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
    }

    /** Makes the held bytes free for other bodies. Called on the event loop when the request has been answered. */
    void release() {
        freeBytes.release(held);
        held = 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        release();
        super.channelInactive(context);
    }

    /** All bodies together would exceed the limit. {@link ExchangeHandler#exceptionCaught} answers it with 503. */
    static final class BodyMemoryException extends Exception {}
}
