import type { AdoptingView } from './views/adopting.ts';
import type {
  ConditionsForm,
  DigestView,
  MoreTimeForm,
  MoreTimeView,
  ObjectionForm,
  ObjectionReasons,
  ReceiptView,
  RequestView,
  RoundDraftView,
  RoundFormView,
  RoundView,
} from './views/asking.ts';
import type { ConcernCard } from './views/concern.ts';
import type { CorrectingView } from './views/correcting.ts';
import type { DashboardView } from './views/dashboard.ts';
import type {
  CouncilView,
  DecisionView,
  LiftedView,
  ManagersView,
  MeetingView,
  MemoView,
  OutcomeView,
  RegistrationView,
  ReportingView,
  TransferredView,
} from './views/deciding.ts';
import type { FiguresView } from './views/figures.ts';
import type { FindingsView } from './views/findings.ts';
import type {
  AuthorityView,
  ChoiceView,
  HistoryView,
  ItemsView,
  ItemView,
  SharedItemView,
  TimelineView,
} from './views/items.ts';
import type {
  CandidateForm,
  CandidatesView,
  CandidateView,
  CasesView,
  DeliveriesView,
  MineView,
  RegistryView,
  UnansweredView,
} from './views/lists.ts';
import type {
  AskAgainForm,
  ConcludeForm,
  EscalateForm,
  ObjectionView,
  SolutionAnswerView,
  SolutionForm,
  SolutionRejectForm,
  UrgentForm,
} from './views/objecting.ts';
import type {
  FileRefusedView,
  HelpView,
  ImportPreviewView,
  MessageView,
  NothingView,
  NotUnderstoodView,
  TimeView,
  UnknownPersonView,
} from './views/service.ts';
import type { SharingView } from './views/sharing.ts';
import type { StageView } from './views/stage.ts';

export type * from './views/asking.ts';
export type * from './views/deciding.ts';
export type * from './views/frame.ts';
export { DONE_CODES } from './views/frame.ts';
export type * from './views/items.ts';
export type * from './views/lists.ts';
export type * from './views/objecting.ts';
export type * from './views/service.ts';

export type View =
  | RequestView
  | ConditionsForm
  | ObjectionReasons
  | ObjectionForm
  | MoreTimeForm
  | ReceiptView
  | RoundView
  | ObjectionView
  | SolutionForm
  | AskAgainForm
  | EscalateForm
  | ConcludeForm
  | UrgentForm
  | SolutionAnswerView
  | SolutionRejectForm
  | MoreTimeView
  | LiftedView
  | ManagersView
  | CouncilView
  | DecisionView
  | RegistrationView
  | OutcomeView
  | TransferredView
  | TimelineView
  | ItemsView
  | ItemView
  | ChoiceView
  | MineView
  | RegistryView
  | CorrectingView
  | AdoptingView
  | DigestView
  | MeetingView
  | ReportingView
  | MemoView
  | UnansweredView
  | CasesView
  | DeliveriesView
  | HistoryView
  | AuthorityView
  | StageView
  | DashboardView
  | CandidatesView
  | CandidateView
  | CandidateForm
  | SharedItemView
  | NothingView
  | HelpView
  | NotUnderstoodView
  | MessageView
  | UnknownPersonView
  | RoundDraftView
  | RoundFormView
  | ImportPreviewView
  | FileRefusedView
  | TimeView
  | SharingView
  | ConcernCard
  | FiguresView
  | FindingsView;

export type ViewName = View['card'];
