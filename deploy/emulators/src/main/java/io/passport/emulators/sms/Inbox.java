package io.passport.emulators.sms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest 1000 SMS of all vendors, in memory. They are not written to disk: codes are valid for minutes, and a file would
 * have them in plain text. Safe for concurrent use.
 */
public final class Inbox {

    private static final int CAPACITY = 1000;

    private final Deque<Sms> newestFirst = new ArrayDeque<>(CAPACITY);

    /** Adds an SMS, and removes the oldest when there are more than 1000. */
    public synchronized void deliver(Sms sms) {
        if (newestFirst.size() == CAPACITY) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(sms);
    }

    /** All SMS, the newest first. */
    public synchronized List<Sms> newestFirst() {
        return List.copyOf(newestFirst);
    }
}
