/**
 * Our own pictures of the applications that ship: calm line drawings on 160 × 96, each of two layers used as masks, so that they take the colours of the house by day and
 * by night. `soft` are the quiet areas, `line` the strokes above them.
 */
export interface Drawing {
  readonly soft: string
  readonly line: string
}

const drawings: Readonly<Record<string, Drawing>> = {
  // An older couple's heart, listened to.
  'check-up': {
    soft: "<circle cx='80' cy='50' r='38'/>",
    line: "<path d='M80 72c-16-10-25-19-25-29a13 13 0 0 1 25-6 13 13 0 0 1 25 6c0 10-9 19-25 29z'/><path d='M60 48h10l5-9 8 18 5-9h12'/><path d='M112 24c10 4 16 12 16 22v8'/><circle cx='128' cy='60' r='6'/>",
  },
  // A week with the morning taken.
  'check-up-open': {
    soft: "<rect x='40' y='20' width='80' height='18' rx='6'/><rect x='66' y='48' width='18' height='14' rx='3'/><rect x='92' y='66' width='18' height='12' rx='3'/>",
    line: "<rect x='40' y='20' width='80' height='64' rx='8'/><path d='M40 38h80M56 13v12M104 13v12'/><path d='M52 54h8M98 54h8M52 72h8M74 72h8'/><path d='M70 55l4 4 7-8'/>",
  },
  // A hospital with its list.
  'check-up-hospital': {
    soft: "<rect x='58' y='22' width='44' height='62' rx='4'/>",
    line: "<path d='M34 84V46h24M126 84V46h-24M58 84V22h44v62M24 84h112'/><path d='M80 32v16M72 40h16'/><path d='M72 84V66h16v18'/><path d='M42 58h8M42 70h8M110 58h8M110 70h8'/>",
  },
  // An extinguisher, and where it hangs.
  'fire-safety': {
    soft: "<rect x='64' y='36' width='30' height='50' rx='8'/>",
    line: "<rect x='64' y='36' width='30' height='50' rx='8'/><path d='M72 36v-8h14v8M79 28v-8M70 20h22M92 22c12 2 18 10 18 24v10'/><path d='M106 56h8l4 12h-16z'/><path d='M72 56h14'/><path d='M36 84c-8-6-8-16 0-26 1 6 4 7 6 4 3-5 2-9 0-14 10 6 16 14 16 24 0 6-3 10-7 12'/>",
  },
  // Rain over a house, the water beside it.
  flood: {
    soft: "<path d='M14 72c10-6 18-6 28 0s18 6 28 0 18-6 28 0 18 6 28 0 14-5 20-2v22H14z'/>",
    line: "<path d='M58 30a13 13 0 0 1 24-8 11 11 0 0 1 18 8 9 9 0 0 1-2 17H58a9 9 0 0 1 0-17z'/><path d='M64 54l-3 7M78 54l-3 7M92 54l-3 7'/><path d='M14 72c10-6 18-6 28 0s18 6 28 0 18-6 28 0 18 6 28 0 14-5 20-2M14 84c10-6 18-6 28 0s18 6 28 0 18-6 28 0 18 6 28 0 14-5 20-2'/><path d='M112 62V46l14-11 14 11v16'/>",
  },
  // Somebody at a door.
  'people-at-risk': {
    soft: "<rect x='46' y='14' width='40' height='70' rx='4'/>",
    line: "<path d='M46 84V18a4 4 0 0 1 4-4h32a4 4 0 0 1 4 4v66M28 84h104'/><path d='M78 50v4'/><circle cx='112' cy='36' r='9'/><path d='M96 84V66a16 16 0 0 1 32 0v18'/><path d='M98 64l-12-6'/><path d='M56 26h20v14H56z'/>",
  },
  // A shop under its awning.
  'small-shops': {
    soft: "<path d='M36 24h88l8 18H28z'/>",
    line: "<path d='M36 24h88l8 18a9 9 0 0 1-18 4 9 9 0 0 1-17 0 9 9 0 0 1-17 0 9 9 0 0 1-17 0 9 9 0 0 1-17 0 9 9 0 0 1-18-4z'/><path d='M38 52v32h84V52'/><path d='M50 84V62h20v22M82 62h28v12H82z'/><path d='M58 24l-4 18M80 24v18M102 24l4 18'/>",
  },
  // A cover in the road, and the cones around it.
  manhole: {
    soft: "<ellipse cx='80' cy='48' rx='46' ry='24'/>",
    line: "<ellipse cx='80' cy='48' rx='46' ry='24'/><ellipse cx='80' cy='48' rx='34' ry='16'/><path d='M52 48h56M60 40h40M60 56h40'/><path d='M14 86h22M25 54l-7 32M25 54l7 32M20 72h10'/><path d='M124 86h22M135 54l-7 32M135 54l7 32M130 72h10'/>",
  },
  // Said, and heard.
  appeal: {
    soft: "<path d='M36 22h56a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H60L46 72V60H36a8 8 0 0 1-8-8V30a8 8 0 0 1 8-8z'/>",
    line: "<path d='M36 22h56a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H60L46 72V60H36a8 8 0 0 1-8-8V30a8 8 0 0 1 8-8z'/><path d='M44 36h40M44 47h26'/><path d='M112 38h12a8 8 0 0 1 8 8v18a8 8 0 0 1-8 8h-4v12L106 72H88'/><path d='M108 55l6 6 10-12'/>",
  },
  // Boxes before the new home.
  'moving-house': {
    soft: "<rect x='88' y='56' width='34' height='28' rx='3'/>",
    line: "<path d='M26 50l28-26 28 26M35 43v41M73 43v41M48 84V64h12v20'/><path d='M88 56h34v28H88zM88 66h34M101 56v10M109 56v10'/><path d='M96 40h20v16H96zM96 47h20'/><path d='M18 84h124'/>",
  },
}

/** What somebody put together without a template: parts that fit. */
const own: Drawing = {
  soft: "<rect x='36' y='20' width='38' height='26' rx='6'/><rect x='86' y='54' width='38' height='26' rx='6'/>",
  line: "<rect x='36' y='20' width='38' height='26' rx='6'/><rect x='86' y='20' width='38' height='26' rx='6'/><rect x='36' y='54' width='38' height='26' rx='6'/><rect x='86' y='54' width='38' height='26' rx='6'/><path d='M74 33h12M55 46v8M105 46v8M74 67h12'/>",
}

/** @returns the picture of a template, or that of what has none */
export const drawingOf = (template: string): Drawing => drawings[template] ?? own

const frame = (attributes: string, inside: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 96' ${attributes}>${inside}</svg>`,
  ).replace(/'/g, '%27')}")`

export const softMask = ({ soft }: Drawing): string => frame("fill='#000'", soft)
export const lineMask = ({ line }: Drawing): string =>
  frame("fill='none' stroke='#000' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'", line)
