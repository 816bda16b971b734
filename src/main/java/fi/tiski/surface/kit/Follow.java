package fi.tiski.surface.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.communication.PushMode;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a component in step with what changes elsewhere: while it is on a screen, {@code reread} runs in its UI after
 * every change of what it follows. A burst of changes is read once.
 */
public final class Follow {

    private final Live live;
    private final Runnable reread;
    private final AtomicBoolean due = new AtomicBoolean();
    private Set<LiveKey> keys = Set.of();
    private Live.@Nullable Watch watch;
    private volatile @Nullable UI ui;

    private Follow(Live live, Runnable reread) {
        this.live = live;
        this.reread = reread;
    }

    /** Follows from when {@code component} comes up until it goes, and turns push on for its window. */
    public static Follow with(Component component, Live live, Runnable reread) {
        var follow = new Follow(live, reread);
        component.addAttachListener(attached -> follow.begin(attached.getUI()));
        component.addDetachListener(detached -> follow.end());
        return follow;
    }

    /** What is followed from now on, in place of what was. */
    public void keys(Collection<LiveKey> changed) {
        var wanted = Set.copyOf(new HashSet<>(changed));
        if (!wanted.equals(keys)) {
            keys = wanted;
            if (ui != null) {
                watch();
            }
        }
    }

    private void begin(UI attachedTo) {
        ui = attachedTo;
        attachedTo.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        watch();
    }

    private void end() {
        unwatch();
        ui = null;
    }

    private void watch() {
        unwatch();
        if (!keys.isEmpty()) {
            watch = live.watch(keys, this::changed);
        }
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    /**
     * On the announcer's thread: hand over and return. {@code access} alone would read here, whenever the window is free,
     * and all other screens would wait for it.
     */
    private void changed() {
        var window = ui;
        if (window != null && due.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> read(window));
        }
    }

    private void read(UI window) {
        try {
            window.access(() -> {
                // Before reading: a change that comes while we read must be read again.
                due.set(false);
                if (ui != null) {
                    live.told(reread);
                }
            });
        } catch (UIDetachedException closed) {
            due.set(false);
        }
    }
}
