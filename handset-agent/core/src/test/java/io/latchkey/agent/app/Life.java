package io.latchkey.agent.app;

import static io.latchkey.agent.domain.Fixtures.freeing;
import static io.latchkey.agent.domain.Fixtures.locking;

import io.latchkey.agent.app.DyingPhone.Death;
import java.util.Random;

/** One random history on a phone that dies once on the way, and once more, by the same death, when all is over. */
final class Life {

    private final DyingPhone phone = new DyingPhone();
    private final Random random;
    private final Death death;
    private HandsetAgent agent;

    private Life(long seed, Death death, int diesBefore) {
        this.random = new Random(seed);
        this.death = death;
        phone.dieBeforeStep(diesBefore);
        agent = startEvenIfItDies();
    }

    static DyingPhone undisturbed(long seed) {
        return endingBefore(Integer.MAX_VALUE, Death.CRASH, seed);
    }

    static DyingPhone endingBefore(int step, Death death, long seed) {
        Life life = new Life(seed, death, step);
        life.live();
        return life.phone;
    }

    private void live() {
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            // Both are drawn whatever happens, so that a death does not change the history.
            happen(random.nextInt(10), random.nextInt(1_000));
        }
        phone.revive(death);
        agent = phone.start();
        agent.connected();
    }

    private void happen(int what, int number) {
        switch (what) {
            case 0, 1, 2, 3 -> token(1 + number % 6);
            case 4 -> garbage();
            case 5 -> agent.refresh();
            case 6 -> agent.connected();
            default -> phone.anyUnanswered(number).ifPresent(seq -> agent.ackArrived(phone.acknowledging(seq)));
        }
        if (phone.isDead()) {
            rise();
        }
    }

    /** The broker keeps the token until the handset has taken it. */
    private void token(long revision) {
        byte[] token = phone.arriving(revision % 2 == 0 ? freeing(revision) : locking(revision));
        agent.tokenArrived(token);
        if (phone.isDead()) {
            rise();
            agent.tokenArrived(token);
        }
    }

    private void garbage() {
        agent.tokenArrived(new byte[] {1, 2, 3});
    }

    private void rise() {
        phone.revive(death);
        agent = phone.start();
        agent.connected();
    }

    private HandsetAgent startEvenIfItDies() {
        try {
            return phone.start();
        } catch (IllegalStateException dead) {
            phone.revive(death);
            return phone.start();
        }
    }
}
