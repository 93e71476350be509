//! What a measure is in the drawing, and what the drawing itself must have words for.

use super::named::named;

named! {
    /// What a measure is in the drawing.
    Role {
        /// From the ground to the ridge, or to the highest point of the roof.
        RidgeHeight = "ridge-height",
        /// From the ground to where the outer wall meets the roof.
        RoofSurface = "roof-surface",
        /// From the roof surface to the top of what rises above it.
        Parapet = "parapet",
        /// The eaves height that follows from the two before.
        Eaves = "eaves",
        /// The eaves height of the wall towards the neighbour.
        EavesToNeighbour = "eaves-to-neighbour",
        /// From the ground to the highest point of all.
        GreatestHeight = "greatest-height",
        /// The eaves height of the house that something is built on to.
        HouseEaves = "house-eaves",
        /// Its ridge height.
        HouseRidge = "house-ridge",
        /// From the ground to the floor of a terrace.
        FloorHeight = "floor-height",
        /// From that floor to the top of the railing.
        RailingHeight = "railing-height",
        /// How far it stands out from the wall.
        Projection = "projection",
        /// The height of a screen, a fence, a wall or a mast.
        WallHeight = "wall-height",
        /// Its length.
        WallLength = "wall-length",
        /// How many storeys.
        Storeys = "storeys",
        /// The area it covers.
        Footprint = "footprint",
        /// The floor area inside it.
        FloorArea = "floor-area",
        /// The area that an extension covers, where the footprint is the whole building's.
        ExtensionFootprint = "extension-footprint",
        /// The floor area inside the extension.
        ExtensionFloorArea = "extension-floor-area",
        /// To the neighbour's boundary.
        Boundary = "boundary",
        /// How far the roof stands out towards that boundary.
        Overhang = "overhang",
        /// To the nearest other building on the plot.
        OtherBuilding = "other-building",
        /// To the nearest building of a neighbour.
        NeighbourBuilding = "neighbour-building",
        /// To the edge of a public road.
        RoadEdge = "road-edge",
        /// To the middle of a national road.
        NationalRoad = "national-road",
        /// To the middle of a county road.
        CountyRoad = "county-road",
        /// To the middle of a municipal road.
        LocalRoad = "local-road",
        /// To the middle of a foot and cycle road.
        FootAndCycleRoad = "foot-and-cycle-road",
        /// To the middle of one road of a crossing.
        CrossingFirst = "crossing-first",
        /// To the middle of the other.
        CrossingSecond = "crossing-second",
        /// To the middle of a railway track.
        Track = "track",
        /// To the sea.
        Sea = "sea",
    }
}

named! {
    /// A word that the drawing writes beside what it draws.
    Word {
        /// The boundary to the neighbour.
        Boundary = "nabogrense",
        /// The resident's own house.
        House = "huset",
        /// Another building on the plot.
        OtherBuilding = "annen-bygning",
        /// The neighbour's building.
        Neighbour = "nabobygning",
        /// A public road.
        Road = "veg",
        /// A national road.
        NationalRoad = "riksveg",
        /// A county road.
        CountyRoad = "fylkesveg",
        /// A municipal road.
        LocalRoad = "kommunal-veg",
        /// A foot and cycle road.
        FootAndCycleRoad = "gang-og-sykkelveg",
        /// One road of a crossing.
        CrossingFirst = "kryss-en",
        /// The other one.
        CrossingSecond = "kryss-to",
        /// A railway track.
        Track = "spor",
        /// The sea.
        Sea = "sjo",
        /// A basement.
        Basement = "kjeller",
        /// A loft.
        Loft = "loft",
        /// Pipes or cables below.
        Pipes = "ror",
        /// That what is dashed is not answered and its size assumed.
        Assumed = "antatt",
        /// That the shape is assumed, though the area is not.
        AssumedShape = "form-antatt",
        /// That a line with a break is longer than it is drawn.
        NotToScale = "brudd",
    }
}

impl Role {
    /// Whether it is an area and not a length.
    #[must_use]
    pub const fn is_area(self) -> bool {
        matches!(self, Self::Footprint | Self::FloorArea | Self::ExtensionFootprint | Self::ExtensionFloorArea)
    }

    /// The roles that the section shows.
    #[must_use]
    pub const fn is_in_section(self) -> bool {
        matches!(
            self,
            Self::RidgeHeight
                | Self::RoofSurface
                | Self::Parapet
                | Self::Eaves
                | Self::EavesToNeighbour
                | Self::GreatestHeight
                | Self::HouseEaves
                | Self::HouseRidge
                | Self::FloorHeight
                | Self::RailingHeight
                | Self::Projection
                | Self::WallHeight
                | Self::Storeys
        )
    }

    /// What stands at the other end of a distance.
    pub(super) const fn word(self) -> Option<Word> {
        Some(match self {
            Self::Boundary => Word::Boundary,
            Self::OtherBuilding => Word::OtherBuilding,
            Self::NeighbourBuilding => Word::Neighbour,
            Self::RoadEdge => Word::Road,
            Self::NationalRoad => Word::NationalRoad,
            Self::CountyRoad => Word::CountyRoad,
            Self::LocalRoad => Word::LocalRoad,
            Self::FootAndCycleRoad => Word::FootAndCycleRoad,
            Self::CrossingFirst => Word::CrossingFirst,
            Self::CrossingSecond => Word::CrossingSecond,
            Self::Track => Word::Track,
            Self::Sea => Word::Sea,
            _ => return None,
        })
    }
}
