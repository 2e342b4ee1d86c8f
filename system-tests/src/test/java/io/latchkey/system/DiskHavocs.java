package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Servers whose disk is full. */
record DiskHavocs(Stack stack, Faults faults) {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** Nothing, said loudly, where nobody may mount. */
    List<Havoc> all() {
        if (!SmallDisk.isPossible(stack.data())) {
            System.out.println("WARNING: THIS USER MAY NOT MOUNT A FILE SYSTEM: NO DISK IS FILLED.");
            return List.of();
        }
        return Stream.of(Part.KAFKA, Part.POSTGRES).map(this::fullDiskOf).toList();
    }

    private Havoc fullDiskOf(Part server) {
        SmallDisk disk = new SmallDisk(stack.data().resolve(server.processName()));
        return new Havoc(
                "the disk of " + server + " is full for " + LONG_ENOUGH.toSeconds() + " s",
                () -> {
                    faults.end(server);
                    disk.moveIn();
                    faults.whenMended(() -> moveOut(server, disk));
                    faults.bringBack();
                    disk.fill();
                },
                LONG_ENOUGH,
                () -> {
                    disk.clear();
                    faults.bringBack();
                    faults.mend();
                });
    }

    private void moveOut(Part server, SmallDisk disk) {
        disk.clear();
        if (faults.runs(server)) {
            faults.end(server);
        }
        disk.moveOut();
    }
}
