import type { StoreApi } from 'zustand/vanilla';
import type { Notice, WorkspaceState } from './state';

export interface NoticeActions {
  /** The same sentence is not shown twice at a time. */
  add(tone: Notice['tone'], message: string, offer?: Notice['offer']): void;
  dismiss(id: number): void;
}

export function createNotices(store: StoreApi<WorkspaceState>): NoticeActions {
  let lastId = 0;
  return {
    add(tone, message, offer) {
      const { notices } = store.getState();
      if (notices.some((notice) => notice.message === message)) return;
      store.setState({ notices: [...notices, { id: ++lastId, tone, message, offer }] });
    },
    dismiss(id) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
}
