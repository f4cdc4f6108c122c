package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

class InstancesTests {

    private static final Instance A = instance(1);
    private static final Instance B = instance(2);

    private final Instances instances = new Instances();

    @Test
    void nextWhenThereAreTwoThenAlternates() {
        instances.replace(List.of(A, B));
        assertThat(Stream.generate(instances::next).limit(4)).containsExactly(A, B, A, B);
    }

    @Test
    void nextWhenListIsReplacedThenOnlyNewOnesAreUsed() {
        instances.replace(List.of(A));
        instances.replace(List.of(B));
        assertThat(Stream.generate(instances::next).limit(3)).containsOnly(B);
    }

    @Test
    void nextWhenThereIsNoneThenNull() {
        assertThat(instances.next()).isNull();
        assertThat(instances.areKnown()).isFalse();
        instances.replace(List.of());
        assertThat(instances.next()).isNull();
        assertThat(instances.areKnown()).isTrue();
    }

    @Test
    void nextAfterWhenThereIsAnotherThenAnother() {
        instances.replace(List.of(A, B));
        // its turn
        assertThat(instances.nextAfter(A)).isEqualTo(B);
        instances.replace(List.of(A));
        assertThat(instances.nextAfter(A)).isEqualTo(A);
    }

    private static Instance instance(int port) {
        return new Instance(InetSocketAddress.createUnresolved("a", port), HttpClient.create());
    }
}
