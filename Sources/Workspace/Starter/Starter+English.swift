extension Starter {
  /// The files of a handbook in English.
  static let english: [(String, String)] = [
    (
      "content/handbook.yml",
      """
      title: Shop handbook
      organisation: Our shop
      language: en
      departments:
        - {title: Shop, head: Shop manager}
      codes:
        procedure: SH-###
        policy: PO-###
        form: FM-###
      review: 12 months

      """
    ),
    (
      "content/roles/Shop/Shop manager.md",
      role("Shop manager", backup: "Shift lead", duty: "Declares the shop open every day.")
    ),
    (
      "content/roles/Shop/Shift lead.md",
      role("Shift lead", backup: "Shop manager", duty: "Counts the takings at closing.")
    ),
    (
      "content/roles/Shop/Shop assistant.md",
      role("Shop assistant", backup: "Shift lead", duty: "Opens and closes the shop by SH-001 and SH-002.")
    ),
    (
      "content/forms/FM-001-Opening record.md",
      """
      ---
      code: FM-001
      title: Opening record
      department: Shop
      retention: 1 year
      ---

      | Date | Float | Equipment | Counted by | Checked by |
      |---|---|---|---|---|
      |  |  |  |  |  |
      |  |  |  |  |  |

      """
    ),
    ("content/procedures/Shop/SH-001-Opening.md", opening),
    ("content/procedures/Shop/SH-002-Closing.md", closing),
  ]

  private static func role(_ name: String, backup: String, duty: String) -> String {
    """
    ---
    title: \(name)
    department: Shop
    backup: \(backup)
    ---

    ## Duties
    1. \(duty)

    """
  }

  private static let opening = """
    ---
    code: SH-001
    title: Opening
    department: Shop
    owner: Shop manager
    version: 1.0
    status: draft
    mode: read-do
    anchors: {opening: 09:00}
    ---

    ## Purpose
    The shop opens on time and safely every day.

    ## Scope
    Every trading day of our shop.

    ## Definitions
    - **float**: the change that lies in the till when the shop opens.

    ## Steps
    ### Before opening
    > [!WARNING]
    > Where a lock was forced, stay outside and call the police first.

    1. 40 min before opening **Shop assistant** unlocks the side door and switches the alarm off
       - if the lock is damaged: tell the shift lead → Contingency
    2. 30 min before opening **Shop assistant** counts the float
       - supports: Shift lead
       - record: 《Opening record》
       - criteria: equal to the amount left the day before
       - if the amount differs: tell the manager → step 4

    ### Checkpoint: opening
    3. 10 min before opening **Shift lead** looks over the shop
       - [ ] ★ Aisles and exits are clear
       - [ ] Lights, music and air conditioning are on
    4. **Shop manager** declares the shop open
       - informed: Shop assistant

    ## Contingency
    Wait outside after the call, leave everything as it is, and do not enter before the manager arrives.

    ## Risks
    - Money is missing from the float
      - control: two people count and sign at once
      - responsible: Shift lead

    ## Records
    - 《Opening record》

    ## References
    - SH-002

    """

  private static let closing = """
    ---
    code: SH-002
    title: Closing
    department: Shop
    owner: Shop manager
    version: 1.0
    status: draft
    mode: do-confirm
    anchors: {closing: 21:30}
    ---

    ## Purpose
    After closing nobody is inside, nothing burns, no door is open.

    ## Scope
    Every trading day of our shop.

    ## Definitions
    - **clearing**: a walk from the back to the front which shows that all customers have left.

    ## Steps
    1. 15 min before closing **Shop assistant** announces the closing
       - every: every 5 min
       - until: closing
    2. **Shop assistant** clears the shop
       - [ ] ★ Nobody is in the fitting rooms and toilets
       - [ ] Nothing is left in the aisles
    3. **Shift lead** counts the takings
       - supports: Shop assistant
       - reviews: Shop manager
       - if there is a difference: count once more, then write down the reason → step 4
    4. **Shift lead** switches off the power
    5. **Shift lead** locks the door
       - criteria: the alarm is set
       - limit: 15 min

    ## Risks
    - A customer stays inside
      - control: look into each room while clearing
      - responsible: Shift lead

    ## References
    - SH-001

    """
}
