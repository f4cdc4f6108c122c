package io.passport.emulators.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the requests of one connection in order, each on its own virtual thread. Reads no further request until the response
 * is written. Malformed HTTP gets 400; a {@link RuntimeException} of an endpoint is logged and gets 500.
 */
final class ExchangeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);

    private final EndpointRouter routes;
    private boolean busy;

    ExchangeHandler(EndpointRouter routes) {
        this.routes = routes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest received) {
        if (received.decoderResult().isFailure()) {
            reject(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        try {
            start(context, new Request(received, localPort(context)));
        } catch (IllegalArgumentException malformedTarget) {
            reject(context, HttpResponseStatus.BAD_REQUEST);
        }
    }

    private static int localPort(ChannelHandlerContext context) {
        return ((InetSocketAddress) context.channel().localAddress()).getPort();
    }

    private void start(ChannelHandlerContext context, Request request) {
        busy = true;
        context.channel().config().setAutoRead(false);
        Thread.ofVirtual().name("exchange").start(() -> run(context, request));
    }

    private void run(ChannelHandlerContext context, Request request) {
        long start = System.nanoTime();
        Outcome outcome = answer(request);
        AccessLog.record(request, outcome, Duration.ofNanos(System.nanoTime() - start));
        context.executor().execute(() -> end(context, request, outcome));
    }

    private Outcome answer(Request request) {
        try {
            return routes.answer(request);
        } catch (RuntimeException failure) {
            LOG.error("An endpoint failed", failure);
            return Response.json(500, Map.of("error", "the emulator failed; its log says why"));
        }
    }

    private void end(ChannelHandlerContext context, Request request, Outcome outcome) {
        if (!context.channel().isActive()) {
            return;
        }
        context.pipeline().get(BoundedBodyAggregator.class).release();
        switch (outcome) {
            case Response response ->
                context.writeAndFlush(message(request, response)).addListener(written -> resumeReading(context));
            case ConnectionFault.CLOSE -> context.close();
            case ConnectionFault.RESET -> {
                // SO_LINGER 0 makes close send a RST (socket(7))
                context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                context.close();
            }
        }
    }

    private static FullHttpResponse message(Request request, Response response) {
        byte[] body = response.body();
        boolean bodyless = HttpMethod.HEAD.name().equals(request.method());
        var message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                bodyless ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body));
        message.headers().set(response.headers()).setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return message;
    }

    private void resumeReading(ChannelHandlerContext context) {
        busy = false;
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && !busy) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause.getCause() instanceof BoundedBodyAggregator.BodyMemoryException) {
            reject(context, HttpResponseStatus.SERVICE_UNAVAILABLE);
        } else {
            context.close();
        }
    }

    private static void reject(ChannelHandlerContext context, HttpResponseStatus status) {
        context.writeAndFlush(ErrorResponses.of(status)).addListener(ChannelFutureListener.CLOSE);
    }
}
