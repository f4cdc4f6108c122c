package io.passport.local.stack;

import io.passport.local.part.Home;
import io.passport.local.part.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table of the parts with their present state. Creating it asks every part for its health, one after another. */
record PartsTable(List<Row> rows) {
    private static final String FORMAT = "%-18s %8s %6s  %-9s  %s";

    private enum Health {
        READY("ready"),
        NOT_READY("not ready"),
        DEAD("dead");

        private final String word;

        Health(String word) {
            this.word = word;
        }
    }

    private record Row(String part, String pid, int port, Health health, String log) {
        static Row of(Part part, Home home) throws InterruptedException {
            var process = PidFile.process(home.pidFile(part.name()));
            var health = process.isEmpty() ? Health.DEAD : isReady(part) ? Health.READY : Health.NOT_READY;
            var pid = process.map(ProcessHandle::pid).map(String::valueOf).orElse("-");
            return new Row(
                    part.name(), pid, part.port(), health, home.log(part.name()).toString());
        }

        private static boolean isReady(Part part) throws InterruptedException {
            try {
                return part.ready();
            } catch (IOException noAnswer) {
                return false;
            }
        }

        String line() {
            return FORMAT.formatted(part, pid, port, health.word, log);
        }
    }

    static PartsTable of(Plan plan, Home home) throws InterruptedException {
        var rows = new ArrayList<Row>();
        for (var spec : plan.parts()) {
            rows.add(Row.of(spec.part(), home));
        }
        return new PartsTable(rows);
    }

    boolean allReady() {
        return rows.stream().allMatch(row -> row.health == Health.READY);
    }

    void print(Console console) {
        console.print(FORMAT.formatted("PART", "PID", "PORT", "HEALTH", "LOG"));
        rows.forEach(row -> console.print(row.line()));
    }
}
