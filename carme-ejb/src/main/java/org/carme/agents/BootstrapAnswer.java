package org.carme.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.agents.pki.Identity;
import org.carme.builds.JobTask;
import org.carme.images.ImageLaunch;
import org.carme.images.RuntimeDeclaration;
import org.carme.staging.StagingOrder;
import org.carme.storage.JobFolders;

/**
 * What an agent works with.
 *
 * @param token of the job, for its reports
 * @param address where to listen for the gateway
 * @param identity to show to the gateway
 * @param authority certificate that must have signed the gateway's, as PEM
 * @param endsAt when the scheduler will end the job
 * @param services to start, none on any but the first node
 * @param image that services and the sshd run in; empty if they are plain processes, or there are none
 * @param task to be done before services start, on no node but the first
 * @param ssh whether it is to run an sshd for the job's nodes
 * @param data to be copied to the node before services start
 * @param folders of the site's disks that the job may use
 */
public record BootstrapAnswer(
        String jobKey,
        String token,
        String address,
        Identity identity,
        String authority,
        Instant endsAt,
        List<ServiceStart> services,
        Optional<ImageStart> image,
        Optional<JobTask> task,
        boolean ssh,
        Optional<StagingOrder> data,
        JobFolders folders) {

    /**
     * An image to run services in.
     *
     * @param stores folders outside of which it must not really be
     */
    public record ImageStart(ImageLaunch launch, RuntimeDeclaration runtime, List<String> stores) {
        public ImageStart {
            stores = List.copyOf(stores);
        }

        /** As users know it. */
        public String name() {
            return launch.image() + ":" + launch.version();
        }
    }

    /**
     * A service to start.
     *
     * @param secret with which the gateway will prove itself to it
     * @param optional whether it is not even mentioned to users where it cannot run
     */
    public record ServiceStart(EntryPointDeclaration declaration, String jobKey, String secret, boolean optional) {
        /** Path below which users see the service. */
        public String base() {
            return "/entry/" + jobKey + "/" + declaration.name();
        }

        /** Path, as the service sees it, that answers once it is usable. */
        public String readiness() {
            return (declaration.strip() ? "" : base()) + "/" + declaration.readiness();
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return base();
        }
    }

    public BootstrapAnswer {
        services = List.copyOf(services);
    }

    /** Whether nothing of the job runs outside of an image, and there is a folder to be at home in. */
    boolean canHideHome() {
        return folders.project().isPresent() && (image.isPresent() || (services.isEmpty() && !ssh));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "job " + jobKey + " at " + address + " with " + services;
    }
}
