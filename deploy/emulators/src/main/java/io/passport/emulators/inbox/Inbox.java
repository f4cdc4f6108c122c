package io.passport.emulators.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest SMS of all providers. They are kept in memory only: codes live for minutes, and a file would hold them in
 * clear.
 */
public final class Inbox {

    private static final int CAPACITY = 1000;

    private final Deque<Sms> newestFirst = new ArrayDeque<>(CAPACITY);

    /** Adds an SMS and drops the oldest if there are too many. */
    public synchronized void deliver(Sms sms) {
        if (newestFirst.size() == CAPACITY) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(sms);
    }

    synchronized List<Sms> newestFirst() {
        return List.copyOf(newestFirst);
    }
}
