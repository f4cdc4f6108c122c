package io.passport.nacos;

import com.alipay.sofa.jraft.rpc.RpcServer;
import com.alipay.sofa.jraft.rpc.impl.GrpcRaftRpcFactory;
import com.alipay.sofa.jraft.rpc.impl.GrpcServer;
import com.alipay.sofa.jraft.util.Endpoint;
import com.alipay.sofa.jraft.util.SPI;
import com.google.protobuf.Message;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.util.MutableHandlerRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Binds JRaft's port to loopback. JRaft binds it on every interface and has no setting; it finds this class as a service. */
@SPI(priority = 100)
public final class LoopbackRaftRpcFactory extends GrpcRaftRpcFactory {
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    // the superclass has a private copy
    private final Map<String, Message> messages = new ConcurrentHashMap<>();

    @Override
    public void registerProtobufSerializer(String className, Object... args) {
        super.registerProtobufSerializer(className, args);
        messages.put(className, (Message) args[0]);
    }

    @Override
    public RpcServer createRpcServer(Endpoint endpoint, @Nullable ConfigHelper<RpcServer> helper) {
        var handlers = new MutableHandlerRegistry();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort());
        var server = NettyServerBuilder.forAddress(address)
                .fallbackHandlerRegistry(handlers)
                .directExecutor()
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .build();
        var rpc = new GrpcServer(server, handlers, messages, getMarshallerRegistry());
        if (helper != null) {
            helper.config(rpc);
        }
        return rpc;
    }
}
