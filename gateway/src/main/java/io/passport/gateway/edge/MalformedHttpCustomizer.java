package io.passport.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.RequestId;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers input that Netty rejects (not HTTP, headers too large) with 400 and an {@link Envelope}; Netty's answer is empty
 * and has no request id, which all other answers have.
 * Spring Boot calls {@link #customize} at start-up, and the handler sees each answer before it is sent.
 */
@Component
class MalformedHttpCustomizer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final byte[] envelope;

    MalformedHttpCustomizer(JsonMapper json) {
        this.envelope = json.writeValueAsBytes(Envelope.of(ErrorCode.PARAMERR));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        EmptyErrorHandler handler = new EmptyErrorHandler(envelope);
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "passport.envelope", handler)));
    }

    @ChannelHandler.Sharable
    private static final class EmptyErrorHandler extends ChannelOutboundHandlerAdapter {

        private final byte[] envelope;

        private EmptyErrorHandler(byte[] envelope) {
            this.envelope = envelope;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(isEmptyError(message) ? withEnvelope((FullHttpResponse) message) : message, promise);
        }

        private static boolean isEmptyError(Object message) {
            return message instanceof FullHttpResponse response
                    && response.status().code() >= 400
                    && !response.headers().contains(RequestId.HEADER)
                    && !response.content().isReadable()
                    && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        }

        private FullHttpResponse withEnvelope(FullHttpResponse empty) {
            var response = new DefaultFullHttpResponse(
                    empty.protocolVersion(),
                    HttpResponseStatus.BAD_REQUEST,
                    Unpooled.wrappedBuffer(envelope),
                    empty.headers(),
                    empty.trailingHeaders());
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, envelope.length);
            empty.release();
            return response;
        }
    }
}
