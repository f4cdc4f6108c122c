package io.passport.gateway.forwarding;

import com.alibaba.cloud.nacos.ConditionalOnNacosDiscoveryEnabled;
import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the instances come from: Nacos, or without it the {@code spring.cloud.discovery.client.simple} properties. */
@Configuration(proxyBeanMethods = false)
class ForwardingConfiguration {

    @Bean
    @ConditionalOnNacosDiscoveryEnabled
    NacosInstances nacosInstances(NacosServiceManager nacos, NacosDiscoveryProperties properties, Upstreams upstreams) {
        return new NacosInstances(nacos, properties, upstreams.all());
    }

    @Bean
    @ConditionalOnMissingBean(NacosInstances.class)
    SmartInitializingSingleton fixedInstances(DiscoveryClient discovery, Upstreams upstreams) {
        return () -> upstreams
                .all()
                .forEach(upstream -> upstream.setInstances(discovery.getInstances(upstream.service()).stream()
                        .map(instance -> new InetSocketAddress(instance.getHost(), instance.getPort()))
                        .toList()));
    }
}
