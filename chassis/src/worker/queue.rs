//! How much is carried out at once, by queue: a slow mail server must not hold up the expiry of holds.

use std::sync::Arc;
use timeslot_core::job::{JobKind, Service};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The jobs of one service.
pub(super) struct Queue {
    pub kinds: Vec<JobKind>,
    places: Arc<Semaphore>,
}

/// How many jobs of a service run at once.
const fn places(service: Service) -> usize {
    match service {
        Service::Email => 8,
        Service::User | Service::Client | Service::Auth => 4,
    }
}

/// One queue for each service that has jobs among `kinds`.
pub(super) fn queues(kinds: impl Iterator<Item = JobKind>) -> Vec<Queue> {
    let mut queues: Vec<(Service, Queue)> = Vec::new();
    for kind in kinds {
        let service = kind.service();
        if let Some((_, queue)) = queues.iter_mut().find(|(of, _)| *of == service) {
            queue.kinds.push(kind);
        } else {
            let places = Arc::new(Semaphore::new(places(service)));
            let kinds = vec![kind];
            queues.push((service, Queue { kinds, places }));
        }
    }
    queues.into_iter().map(|(_, queue)| queue).collect()
}

impl Queue {
    /// Every place that is free now.
    pub fn free_places(&self) -> Vec<OwnedSemaphorePermit> {
        std::iter::from_fn(|| Arc::clone(&self.places).try_acquire_owned().ok()).collect()
    }
}
