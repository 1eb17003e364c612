import { withTerm } from './filter-terms.ts';
import { useView } from './use-view.ts';

/** Asks for packets of a capture that meet one more term than the filter in force. */
export function useAddTerm(captureId: string): (term: string) => void {
  const filterText = useView(captureId)?.filterText;
  return (term) => filterText?.set(withTerm(filterText.store.getState().inForce, term));
}
