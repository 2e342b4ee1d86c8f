package io.latchkey.gateway.app;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.HandsetToken;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The database while it is built again; callers wait. */
public interface LostRegister {

    /**
     * Builds it again if it knows no handset; all of it is kept, or nothing.
     *
     * @param work writes what there is to know
     * @return whether it was empty
     */
    boolean fillIfEmpty(Consumer<Pen> work);

    /** Writes. What is written twice stands once. */
    interface Pen {

        /**
         * Notes enrollments.
         *
         * @param enrollments that everyone was told of
         */
        void enrolled(List<Enrollment> enrollments);

        /**
         * Notes that somebody contested.
         *
         * @param contest as everyone was told
         */
        void contested(EnrollmentContested contest);

        /**
         * Notes that somebody decided.
         *
         * @param settlement as everyone was told
         */
        void settled(ContestSettled settlement);

        /**
         * Notes which enrollments count.
         *
         * @param bindings of devices that were ever contested, as they are in the end
         */
        void bound(Map<DeviceId, Bindings> bindings);

        /**
         * Notes the newest tokens.
         *
         * @param tokens in any order
         */
        void carried(List<HandsetToken> tokens);
    }
}
