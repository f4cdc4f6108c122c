package io.passport.gateway.forwarding;

import java.net.InetSocketAddress;
import reactor.netty.http.client.HttpClient;

/**
 * An instance of a service.
 *
 * @param http sends to this address
 */
record Instance(InetSocketAddress address, HttpClient http) {}
