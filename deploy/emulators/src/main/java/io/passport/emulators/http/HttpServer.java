package io.passport.emulators.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 server on the loopback address. A body over 5 MiB gets 413. When all bodies together exceed 10 MiB, the request
 * gets 503. A connection closes after 75 s without traffic, unless an endpoint is still working on its request.
 */
public final class HttpServer implements AutoCloseable {

    // Qiniu's SDK sends files over 4 MiB in parts
    private static final int MAX_BODY_BYTES = 5 << 20;
    private static final int MAX_BODY_BYTES_TOTAL = 10 << 20;
    private static final int IDLE_SECONDS = 75;

    private final MultiThreadIoEventLoopGroup loop;
    private final Channel listening;

    private HttpServer(MultiThreadIoEventLoopGroup loop, Channel listening) {
        this.loop = loop;
        this.listening = listening;
    }

    /**
     * Starts a server.
     *
     * @param port the port to listen on; 0 chooses a free one
     * @param endpoints tried in this order; the first that accepts a request answers it
     * @throws BindException if the port is taken
     */
    public static HttpServer start(int port, List<Endpoint> endpoints) throws BindException, InterruptedException {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.ALLOCATOR, new UnpooledByteBufAllocator(false))
                .childHandler(new ConnectionInitializer(new EndpointRouter(endpoints)));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return new HttpServer(loop, bootstrap.bind(address).sync().channel());
        } catch (Throwable failure) {
            loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw failure;
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops listening, then ends open connections within about a second. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class ConnectionInitializer extends ChannelInitializer<SocketChannel> {

        private final Semaphore freeBytes = new Semaphore(MAX_BODY_BYTES_TOTAL);
        private final EndpointRouter routes;

        ConnectionInitializer(EndpointRouter routes) {
            this.routes = routes;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addLast(new IdleStateHandler(0, 0, IDLE_SECONDS));
            pipeline.addLast(new HttpServerCodec());
            pipeline.addLast(new HttpServerKeepAliveHandler());
            pipeline.addLast(new BoundedBodyAggregator(MAX_BODY_BYTES, freeBytes));
            // delays pipelined requests until the previous one is answered
            pipeline.addLast(new FlowControlHandler());
            pipeline.addLast(new ExchangeHandler(routes));
        }
    }
}
