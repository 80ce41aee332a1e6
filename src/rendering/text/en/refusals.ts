import type { RefusalCode } from '#domain/coordination/refusal.ts';

/** What was refused, and what to do next. */
export const refusals: Readonly<Record<RefusalCode, string>> = {
  'unknown-item': 'The procurement is not in the plan. Write “the plan” to see those that are.',
  'unknown-person': 'You are not in the directory yet. Ask your administrator to add you.',
  'not-allowed': 'Your role may not do this. Write “help” to see what you can do.',
  'people-only': 'A human has to do this, in Teams.',
  'not-possible-now': 'This is not possible in the procurement’s present state. The card shows what is.',
  'already-registered': 'This is already registered. There is nothing more for you to do.',
  'round-closed': 'The question is closed. Contact the procurement officer if you want to change something.',
  'old-card': 'That card was out of date. Here is the new one: read it and answer again.',
  'item-locked':
    'The procurement is locked, so the answer cannot be changed. Contact the procurement officer.',
  'unit-not-asked':
    'The unit has not been asked about this procurement. Contact the procurement officer if it should take part.',
  'not-your-unit': 'You cannot answer for that unit. Ask its manager, or the manager’s deputy, to answer.',
  'deadline-in-the-past': 'That day has passed. Choose a day further ahead.',
  'nobody-to-ask':
    'There is nobody to ask. Make sure that the units have a manager in the directory and try again.',
  'round-already-open': 'The units have already been asked. Open the procurement to see their answers.',
  'text-missing': 'The text is missing. Write a sentence and send again.',
  'text-too-long': 'The text is too long. Shorten it to at most 2000 characters and send again.',
  'number-unreadable':
    'We did not understand the figure. Write for example 1 200 000 or 1.2 million and send again.',
  'date-unreadable':
    'We did not understand the date. Choose one in the calendar or write for example 2026-12-04.',
  'date-in-the-future': 'That day has not come yet. Choose the day on which the body decided.',
  'no-objection': 'The unit no longer has an objection. Open the card again to see where things stand.',
  'no-open-solution': 'There is no proposal to answer. The procurement officer can make a new one.',
  'solution-already-open':
    'A proposal is already waiting for the unit’s answer. Wait until the unit has answered.',
  'no-more-time-requested': 'The unit has not asked for more time, or has already been answered.',
  'not-a-colleague':
    'Choose somebody else in your own region. Only colleagues there can answer for the unit.',
  'not-an-officer': 'The owner must be a procurement officer. Choose somebody in the list.',
  'owner-has-conflict':
    'That person has declared a conflict of interest in the case and cannot own it. Choose somebody else.',
  'hours-unreadable': 'Write the hours as a figure, between 1 and 2000, and send again.',
  'no-evidence': 'The unit has given no evidence yet. Ask for it, or wait until it comes.',
  'concern-nobody': 'There is no such recipient. Choose another in the list.',
  'concern-not-delivered':
    'The message did not arrive, and nothing is kept. Choose another recipient, or call.',
  'concern-uncertain':
    'We do not know whether the message arrived, and nothing is kept. Ask the person before you send again.',
  'not-escalated': 'The case has not been raised. Open the procurement to see where things stand.',
  'already-at-council': 'The case is already with the Procurement Council. Wait for the council’s position.',
  'council-has-clock':
    'The Procurement Council has a time limit. When it runs out the case goes on by itself; the card shows when.',
  'not-at-council':
    'The case is not with the Procurement Council now. Open the procurement to see where things stand.',
  'region-takes-no-part':
    'No unit of your region was asked about this procurement. The members of the regions that take part take a position.',
  'region-has-left':
    'The region has left the coordination. Its units are asked nothing and count no more; what they need the region buys by itself.',
  'lead-region-has-left':
    'The region that was to lead the procurement has left the coordination. Import the procurement in another region’s plan, or cancel it.',
  'left-region-undecided':
    'A region that has left the coordination is still a party to what is locked, and nobody may now decide for it. Ask the administrator to enter a decided row that says who does, and then go on.',
  'declare-conflict-first': 'First answer whether you have a conflict of interest. Then you can go on.',
  'has-conflict':
    'You have declared a conflict of interest. By law you then take no part in the case. Somebody else takes over.',
  'house-rule-abstain':
    'Your unit objects or you own the case. Then the council’s own rule is to abstain. It is no conflict of interest by law: you may be present, but take no position.',
  'not-for-decision':
    'The case has not reached those who decide. Open the procurement to see where things stand.',
  'no-mandate': 'You have no mandate for this. Write “who decides” to see who has.',
  'already-decided': 'This is already decided. Open the procurement to see the outcome.',
  'no-urgent-mandate':
    'Nobody is charged with deciding when it is urgent (KL 6:39). The decision waits for the body to meet.',
  'deviation-without-end': 'A deviation holds for a limited time. Choose its last day and send it again.',
  'deviation-too-long':
    'A deviation can be in force for at most four years. Choose an earlier day and send it again.',
  'deviation-stands':
    'The deviation is still in force. Ask anew once it has ended, or let whoever decided it change the decision.',
  'not-prepared':
    'The case has to be prepared first. Fill in when and in which paragraph, before the day of the decision.',
  'nothing-to-report':
    'There is no decision to report to the body on that day. Open the reporting list again.',
  'objections-open': 'There are objections left. Settle them or raise the case first.',
  'units-silent': 'Some units have not answered. Ask them again or raise the case first.',
  'not-ready-to-lock': 'It cannot be locked yet. All answers must be in and all objections settled.',
  'late-region-takes-part':
    'The procurement is locked. Your region takes part: the unit may still call off within the region’s ceiling. If that is not enough, contact the procurement officer: a higher ceiling takes a decision to change the contract.',
  'late-region-outside':
    'The procurement is locked and your region takes no part; no region can be added now. Contact the procurement officer about a procurement of your own.',
  'authorisation-missing':
    'The authorisation of a participating region is missing. Register it with date and registry number, then lock.',
  'ceiling-missing':
    'A participating region has neither a ceiling value nor a volume. State its ceiling under Next step, then lock.',
  'ceiling-stands':
    'The region has a value from its units already, or takes no part. Ask the units to change their answers if the value is wrong.',
  'ceiling-not-raised':
    'The new ceiling has to be higher than the one that holds. Write a higher value, or leave the field empty. A ceiling in number gets no value this way.',
  'modification-empty': 'Write a new ceiling or a new last day. That is what the change is about.',
  'modification-not-proposed':
    'No change of the contract is waiting. The procurement officer proposes one first, on a ground in law, and then it is decided.',
  'option-covers':
    'The contract’s options reach that day. Extend the contract instead, which is a decision of its own.',
  'buys-together':
    'The region buys together with the others, so no own contract can be registered here. Choose a region that has declined.',
  'authorisation-not-needed':
    'That region needs no authorisation: it leads the procurement or takes no part. Choose another region.',
  'decision-missing':
    'A decision that is required is not on file. Ask for it, if that has not been done, and go on once it is registered.',
  'nobody-may-decide':
    'No row of the delegation order fits, so nobody can be said to decide. Ask the administrator to enter the missing row.',
  'no-delegation-rows':
    'The delegation order says nothing about this decision yet. Ask the administrator to enter the rows, then try again.',
  'preparation-missing':
    'This body’s cases must be prepared first. Give the day and paragraph of the board’s preparation, not later than the decision.',
  'no-mandate-that-day':
    'The body had no mandate in this on that day. Check the date; if it is right, the body that had the mandate must decide.',
  'adjusted-before-meeting':
    'The minutes cannot have been adjusted before the meeting. Check both dates in the minutes.',
  'decided-before-matter':
    'The decision is older than what is to be decided. The procurement has changed or moved on since: let the body decide anew and register that decision.',
  'minutes-on-file':
    'That paragraph is registered already and has served its purpose. Register the new decision with its own paragraph.',
  'evaluators-missing':
    'Name at least one evaluator. Only they may know anything of the tenders before the award decision.',
  'not-an-evaluator': 'Only the named evaluators handle the tenders. Contact the procurement officer.',
  'evaluator-not-named': 'That person is no evaluator here. Name one of those who are.',
  'evaluator-has-conflict':
    'That person has declared a conflict of interest in the case. Name somebody else.',
  'stage-date-in-the-future': 'That day has not been yet. Give the day on which it happened.',
  'stage-date-too-early': 'That day is before an earlier step. Check the date and give it again.',
  'standstill-running':
    'The standstill is still running. Register the contract when it is over; the card shows the last day.',
  'contract-ends-too-early':
    'The contract must end after it was signed, and its options not before that. Check the days.',
  'no-such-option': 'The contract’s options do not reach that day. Choose a day within them.',
  'option-contract-over':
    'The contract had ended by that day, so the option could not be used. If it was used in time, give the day on which it was. Otherwise a new procurement is needed.',
  'option-too-late':
    'The last day to use the option had passed. If it was used in time, give the day on which it was. Otherwise the contract runs to its last day, and what is needed after that is procured anew.',
  'option-day-misplaced':
    'The last day to use the option lies within the contract, and the contract has to have an option. Check the days.',
  'documentation-incomplete':
    'The documentation is not complete. Mark it as complete when it is, then close.',
  'personal-chat-only': 'Write this in your own chat with Samordna, so that only you see the answer.',
  'bids-secret': 'Tenders are secret until the award is decided. State the saving after the decision.',
  'procedure-unknown':
    'The plan does not say which procedure it is. Correct the plan or the notice, and then calculate.',
  'saving-impossible':
    'The figures do not add up. Check that nothing is missing, that low is not above high and that the shares make a whole.',
  'too-many-lines': 'There are too many lines. Merge them into 2000 at most and try again.',
  'nothing-to-validate': 'There is no saving to sign. It has to be calculated first.',
  'own-figure': 'You calculated this saving yourself. Somebody else in finance may sign it.',
  'ceiling-reached':
    'The call-off does not fit below the region’s ceiling. More takes a new procurement or a decision to change the contract: contact the procurement officer, who can ask for it.',
  'contract-over': 'The contract has ended. What is needed now takes a new procurement.',
  'no-contract-yet': 'There is no contract yet. State this once it is signed.',
  'period-reversed': 'The period ends before it begins. Correct the dates and try again.',
  'periods-overlap':
    'Part of the period has been followed up already. Begin the day after the last one, or state the same first day.',
  'no-such-cost':
    'That time is not there, or has been removed already. Open the procurement to see where it stands.',
  'effort-unreadable':
    'Write a time, for example 2 h or 45 min. An external cost is an amount, for example 12 000 kr.',
  'cost-item-missing':
    'We see the time but not which procurement. Write that too, for example “2 h meeting about MT924”.',
  'lines-unreadable':
    'A line could not be read. Write one line an article, with semicolons between quantity and prices.',
  'method-unreadable':
    'The method cannot be read. Write basket, negotiation or market-price, the same on every row of a procurement.',
  'row-with-others':
    'Another row of the same procurement cannot be read, and it is stated wholly or not at all. Correct that row and import again.',
  'range-unreadable':
    'Write one figure, or three: the lowest, the expected and the highest, for example 90–100–110.',
  'shares-over-hundred': 'Together the shares are more than a hundred per cent. Lower one and send again.',
  'no-lesson-yet': 'The procurement has no lesson review yet.',
  'wrong-authority': 'This belongs to the other region’s register. Ask its registrar to do it.',
  'registry-number-malformed':
    'The registry number cannot be read. Write it as in the register, for example RS 2026-0123.',
  'number-of-former-body':
    "That number belongs to the body that has ceased. Give the case a new one in your own authority's register.",
  'registered-otherwise':
    'The case already has another registry number. Open the case to see it; the administrator can correct it.',
  'no-texts-there': 'There is no text to remove there. Open the document to see the numbers of its rows.',
  'copies-not-named':
    'The same text stands in more rows. If the decision covers it there too, name those rows with the others.',
  'other-authority-decides':
    'Your authority has decided this already. The text stays until the other authority has decided too: ask its registrar.',
  'no-cut-off':
    'The last day of the interim period is not decided, or two are. Ask the administrator to correct the rules, or name another period.',
  'too-few-to-show':
    'The saving rests on so few procurements that it would tell what the tenders of one of them were. Ask about a whole year or both regions.',
  'rules-row-unknown': 'One of the rows is not among the rules. Choose among those listed here.',
  'rules-row-decided': 'One of the rows is decided already. Choose among those listed here.',
  'rules-rows-missing': 'Choose at least one row that the decision is about.',
  'rules-version-taken':
    'The rules are called that already. Give them a new name, which then stands on every decision.',
  'unreadable-card': 'We could not read what you sent. Open the card again and retry.',
  busy: 'Somebody else made a change at the same moment. Try again in a little while.',
};
