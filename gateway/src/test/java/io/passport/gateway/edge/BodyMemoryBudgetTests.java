package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyMemoryBudgetTests {

    @Test
    void reserveWhenBuffersAreSmallThenTheirOverheadCounts() {
        BodyMemoryBudget.Reservation reservation =
                new BodyMemoryBudget(DataSize.ofKilobytes(80)).reservationFor("203.0.113.7");
        int parts = 0;
        while (reservation.tryReserve(1)) {
            parts++;
        }
        assertThat(parts).isBetween(60, 100);
    }

    @Test
    void reserveWhenManySubnetsReserveThenTotalIsBounded() {
        BodyMemoryBudget budget = new BodyMemoryBudget(DataSize.ofKilobytes(80));
        for (int round = 0; round < 3; round++) {
            List<BodyMemoryBudget.Reservation> reservations = IntStream.range(0, 12)
                    .mapToObj(i -> budget.reservationFor("203.0.113." + i))
                    .toList();
            assertThat(reservations.stream()
                            .filter(share -> share.tryReserve(19_000))
                            .count())
                    .isEqualTo(4);
            reservations.forEach(BodyMemoryBudget.Reservation::release);
            assertThat(reservations).noneMatch(share -> share.tryReserve(1));
        }
    }
}
