import type { StoreApi } from 'zustand/vanilla';
import type { Notice, Offer, WorkspaceState } from './state';

export interface NoticeActions {
  /** The same sentence is not shown twice at a time. */
  add(tone: Notice['tone'], message: string, ...offers: readonly (Offer | undefined)[]): void;
  dismiss(id: number): void;
}

export function createNotices(store: StoreApi<WorkspaceState>): NoticeActions {
  let lastId = 0;
  return {
    add(tone, message, ...offers) {
      const { notices } = store.getState();
      if (notices.some((notice) => notice.message === message)) return;
      const given = offers.filter((offer) => offer !== undefined);
      store.setState({ notices: [...notices, { id: ++lastId, tone, message, offers: given }] });
    },
    dismiss(id) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
}
