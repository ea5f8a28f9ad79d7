import { selectHistoryView, useWorkspace } from '../../../workspace';
import { EventsTable } from '../EventsTable';
import { HistoryFrame } from './HistoryFrame';
import { Timeline } from './timeline/Timeline';
import { VisitTable } from './VisitTable';

/** The run's history, in the view that was chosen last. */
export default function HistoryPane() {
  const view = useWorkspace(selectHistoryView);
  switch (view) {
    case 'events':
      return (
        <HistoryFrame>
          <EventsTable />
        </HistoryFrame>
      );
    case 'table':
      return <VisitTable />;
    case 'timeline':
      return <Timeline />;
  }
}
