package io.passport.gateway.edge;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Makes the path of a request for an SMS code valid. Pages put what a user typed into the path of {@code /smscode/{mobile}}
 * and wait for the envelope {@code 4103}. A number that makes the path malformed or not canonical is replaced by {@code -};
 * verify-service then answers {@code 4103}. Other paths stay as they are.
 */
@Component
class TypedMobileCustomizer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        PathHandler handler = new PathHandler();
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "passport.typed-mobile", handler)));
    }

    @ChannelHandler.Sharable
    private static final class PathHandler extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request && request.uri().startsWith(TypedMobile.PATH)) {
                request.setUri(TypedMobile.replaceMalformed(request.uri()));
            }
            context.fireChannelRead(message);
        }
    }
}
